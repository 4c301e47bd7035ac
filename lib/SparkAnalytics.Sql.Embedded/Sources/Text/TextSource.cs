using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>Lines of text in a column <c>value</c>. With <c>columnNameOfCorruptRecord</c> a line that is not UTF-8 has NULL there, and its text, bad bytes as U+FFFD, in that column.</summary>
internal sealed class TextSource : ISource
{
    private const byte Delimiter = 1;

    public StructType Schema(Read read, Workspace workspace)
    {
        FileListing.Files(read);
        var value = new StructField("value", new StringType());
        return new StructType(read.Option("columnNameOfCorruptRecord") is { } name ? [value, new StructField(name, new StringType())] : [value]);
    }

    public string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions)
    {
        var corrupt = read.Option("columnNameOfCorruptRecord");
        var value = corrupt is null ? "value" : "CASE WHEN readable THEN value END";
        var columns = read.Columns.Select(column => $"{(column.Name == corrupt ? "CASE WHEN NOT readable THEN value END" : value)} AS {names[column]}");
        var rows = Lines(FileListing.Files(read), workspace);
        return rows is null ? EmptyRows.Select(read, names) : $"SELECT {string.Join(", ", columns.Append($"file AS {names[read.FileName]}"))}\nFROM (\n{rows}\n)";
    }

    /// <summary>A SELECT of <c>value</c>, <c>readable</c> and <c>file</c> for the lines of files, or null where there are no files.</summary>
    public static string? Lines(IReadOnlyList<string> files, Workspace workspace)
    {
        var parts = files.Select(file => CheckedFile.Check(file, () => new CsvScanner(Delimiter, quote: null), 1, hasHeader: false, line => line.Contains(Delimiter), workspace)).ToList();
        var selects = parts.Where(part => part.RejectTable is null).Select(part => part.Path).ToList() is { Count: > 0 } clean
            ? [$"SELECT coalesce(value, '') AS value, TRUE AS readable, filename AS file FROM {Reader(clean)}"]
            : new List<string>();
        foreach (var part in parts.Where(part => part.RejectTable is not null))
        {
            selects.Add($"SELECT coalesce(value, '') AS value, TRUE AS readable, {SqlText.Text(part.Original)} AS file FROM {Reader([part.Path])}");
            selects.Add($"SELECT record, readable, file FROM {part.RejectTable}");
        }

        return selects.Count == 0 ? null : string.Join("\nUNION ALL\n", selects);
    }

    private static string Reader(IEnumerable<string> files) =>
        $"read_csv({SqlText.Paths(files)}, auto_detect = false, header = false, delim = chr({Delimiter}), quote = '', escape = '', columns = {{'value': 'VARCHAR'}}, filename = true, max_line_size = 134217728, strict_mode = false)";
}
