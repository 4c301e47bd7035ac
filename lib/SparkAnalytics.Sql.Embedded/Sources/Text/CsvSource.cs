using System.Globalization;
using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>
/// CSV by RFC 4180. Each file is checked once by <see cref="CsvScanner"/>; DuckDB then reads with every option stated. Columns go by the header's names, whatever their order,
/// and files with different headers can be read together; with <c>enforceSchema</c> the given columns go by position.
/// </summary>
internal sealed class CsvSource(CheckedFiles checkedFiles) : ISource
{
    /// <summary>The column in which DuckDB tells the file of a row; under its usual name, filename, a file may have one of its own.</summary>
    private const string FileColumn = "spark_engine_file";

    public IReadOnlyCollection<string> Options { get; } = ["sep", "delimiter", "quote", "escape", "encoding", "header", "enforceSchema", "multiLine", "nullValue", "mode", "columnNameOfCorruptRecord", "columnNameOfCorruptRecordMd5", "corruptWithoutAnyOf", "maxLineSize", "recursiveFileLookup"];

    public StructType Schema(Read read, Workspace workspace)
    {
        var format = new CsvFormat(read);
        var names = Files(read, format, workspace).SelectMany(file => file.Names).Distinct(StringComparer.OrdinalIgnoreCase);
        string?[] told = [format.CorruptColumn, format.Md5Column];
        return new StructType(names.Concat(told.OfType<string>()).Select(name => new StructField(name, new StringType())));
    }

    public string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions)
    {
        var format = new CsvFormat(read);
        var files = Files(read, format, workspace);
        if (files.Count == 0)
        {
            return EmptyRows.Select(read, names);
        }

        var selects = files.GroupBy(file => (string.Join('\n', file.Names), file.File.RejectTable, file.File.HasLongFields)).SelectMany(group => Selects([.. group], read, format, names));
        return string.Join("\nUNION ALL\n", selects);
    }

    private IReadOnlyList<(CheckedFile File, IReadOnlyList<string> Names)> Files(Read read, CsvFormat format, Workspace workspace)
    {
        string[] given = format.IsPositional ? [.. read.Columns.Select(column => column.Name).Where(format.IsField)] : [];
        var rules = new TextRules
        {
            Delimiter = (byte)format.Delimiter,
            Quote = (byte)format.Quote,
            MostBytes = TextOptions.MostBytes(read),
            Fields = given.Length,
            HasHeader = format.HasHeader,
            Wanted = string.Join(',', format.Wanted.Select(name => Array.IndexOf(given, name)).Where(position => position >= 0)),
        };
        return [.. FileListing.Files(read).Select(path =>
        {
            var file = checkedFiles.Check(path, rules, workspace);
            return (file, file.Header.Length == 0 ? [] : given.Length > 0 ? given : Names(file, format));
        }).Where(file => file.Item2.Count > 0)];
    }

    private static IReadOnlyList<string> Names(CheckedFile file, CsvFormat format)
    {
        var header = CsvHeader.Names(file.Header, format.Delimiter, format.Quote);
        return format.HasHeader ? header : [.. header.Select((_, index) => string.Create(CultureInfo.InvariantCulture, $"_c{index}"))];
    }

    private static IEnumerable<string> Selects(List<(CheckedFile File, IReadOnlyList<string> Names)> files, Read read, CsvFormat format, NameScope names)
    {
        var found = files[0].Names;
        var rejects = files[0].File.RejectTable;
        var columns = read.Columns.Select(column => Column(column, found, format, names));
        var file = rejects is null ? FileColumn : SqlText.Text(files[0].File.Original);
        var types = string.Join(", ", found.Select(name => $"{SqlText.Text(name)}: 'VARCHAR'"));
        yield return $"SELECT {string.Join(", ", columns.Append($"{file} AS {names[read.FileName]}"))}\nFROM read_csv({SqlText.Paths(files.Select(one => one.File.Path))}, auto_detect = false, "
            + $"header = {(format.HasHeader ? "true" : "false")}, delim = {SqlText.Text(format.Delimiter.ToString())}, quote = {SqlText.Text(format.Quote.ToString())}, escape = {SqlText.Text(format.Quote.ToString())}, "
            + $"columns = {{{types}}}, nullstr = {SqlText.TextList(format.NullTexts)}, filename = '{FileColumn}', strict_mode = true, {CheckedFile.ReaderOptions([.. files.Select(one => one.File)])})";
        if (rejects is not null && !format.DropsCorrupt)
        {
            var rest = read.Columns.Select(column => $"{Told(column, format)} AS {names[column]}");
            yield return $"SELECT {string.Join(", ", rest.Append($"file AS {names[read.FileName]}"))}\nFROM {rejects}";
        }
    }

    private static string Told(AttributeReference column, CsvFormat format) =>
        column.Name == format.CorruptColumn ? "record"
        : column.Name == format.Md5Column ? "md5"
        : $"CAST(NULL AS {SqlTypes.Name(column.DataType)})";

    private static string Column(AttributeReference column, IReadOnlyList<string> found, CsvFormat format, NameScope names)
    {
        var name = found.FirstOrDefault(one => one.Equals(column.Name, StringComparison.OrdinalIgnoreCase));
        return name is null || !format.IsField(column.Name)
            ? $"CAST(NULL AS {SqlTypes.Name(column.DataType)}) AS {names[column]}"
            : $"{CastCompiler.Sql(SqlText.Name(name), new StringType(), column.DataType, isTry: true)} AS {names[column]}";
    }
}
