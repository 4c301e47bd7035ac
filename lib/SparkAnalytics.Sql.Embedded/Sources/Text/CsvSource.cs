using System.Globalization;
using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>
/// CSV by RFC 4180. Each file is checked once by <see cref="CsvScanner"/>; DuckDB then reads with every option stated. Columns go by the header's names, whatever their order;
/// files with different headers can be read together.
/// </summary>
internal sealed class CsvSource : ISource
{
    public StructType Schema(Read read, Workspace workspace)
    {
        var format = new CsvFormat(read);
        var names = Files(read, format, workspace).SelectMany(file => file.Names).Distinct(StringComparer.OrdinalIgnoreCase);
        return new StructType(names.Concat(format.CorruptColumn is { } corrupt ? [corrupt] : []).Select(name => new StructField(name, new StringType())));
    }

    public string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions)
    {
        var format = new CsvFormat(read);
        var files = Files(read, format, workspace);
        if (files.Count == 0)
        {
            return EmptyRows.Select(read, names);
        }

        var selects = files.GroupBy(file => (string.Join('\n', file.Names), file.File.RejectTable)).SelectMany(group => Selects([.. group], read, format, names));
        return string.Join("\nUNION ALL\n", selects);
    }

    private static IReadOnlyList<(CheckedFile File, IReadOnlyList<string> Names)> Files(Read read, CsvFormat format, Workspace workspace)
    {
        var given = format.HasHeader || read.Columns.IsEmpty ? 0 : read.Columns.Count(column => column.Name != format.CorruptColumn);
        return [.. FileListing.Files(read).Select(path =>
        {
            var file = CheckedFile.Check(path, () => new CsvScanner((byte)format.Delimiter, (byte)format.Quote), given, format.HasHeader, _ => false, workspace);
            return (file, Names(file, read, format));
        }).Where(file => file.Item2.Count > 0)];
    }

    private static IReadOnlyList<string> Names(CheckedFile file, Read read, CsvFormat format)
    {
        if (file.Header.Length == 0)
        {
            return [];
        }

        var header = CsvHeader.Names(file.Header, format.Delimiter, format.Quote);
        return format.HasHeader ? header
            : read.Columns.IsEmpty ? [.. header.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"_c{index}"))]
            : [.. read.Columns.Where(column => column.Name != format.CorruptColumn).Select(column => column.Name)];
    }

    private static IEnumerable<string> Selects(List<(CheckedFile File, IReadOnlyList<string> Names)> files, Read read, CsvFormat format, NameScope names)
    {
        var found = files[0].Names;
        var isCopy = files[0].File.RejectTable is not null;
        var columns = read.Columns.Select(column => Column(column, found, format, names));
        var file = isCopy ? SqlText.Text(files[0].File.Original) : "filename";
        var types = string.Join(", ", found.Select(name => $"{SqlText.Text(name)}: 'VARCHAR'"));
        yield return $"SELECT {string.Join(", ", columns.Append($"{file} AS {names[read.FileName]}"))}\nFROM read_csv({SqlText.Paths(files.Select(one => one.File.Path))}, auto_detect = false, "
            + $"header = {(format.HasHeader ? "true" : "false")}, delim = {SqlText.Text(format.Delimiter.ToString())}, quote = {SqlText.Text(format.Quote.ToString())}, escape = {SqlText.Text(format.Quote.ToString())}, "
            + $"columns = {{{types}}}, nullstr = {SqlText.TextList(format.NullTexts)}, filename = true, strict_mode = true, max_line_size = 134217728)";
        if (isCopy && !format.DropsCorrupt)
        {
            var rest = read.Columns.Select(column => $"{(column.Name == format.CorruptColumn ? "record" : $"CAST(NULL AS {SqlTypes.Name(column.DataType)})")} AS {names[column]}");
            yield return $"SELECT {string.Join(", ", rest.Append($"file AS {names[read.FileName]}"))}\nFROM {files[0].File.RejectTable}";
        }
    }

    private static string Column(AttributeReference column, IReadOnlyList<string> found, CsvFormat format, NameScope names)
    {
        var name = found.FirstOrDefault(one => one.Equals(column.Name, StringComparison.OrdinalIgnoreCase));
        return name is null || column.Name == format.CorruptColumn
            ? $"CAST(NULL AS {SqlTypes.Name(column.DataType)}) AS {names[column]}"
            : $"{CastCompiler.Sql(SqlText.Name(name), new StringType(), column.DataType, isTry: true)} AS {names[column]}";
    }
}
