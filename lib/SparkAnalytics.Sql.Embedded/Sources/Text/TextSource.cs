using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>
/// Lines of text in a column <c>value</c>. With <c>columnNameOfCorruptRecord</c> a line that is not UTF-8 has NULL there, and its text, bad bytes as U+FFFD, in that column; with
/// <c>columnNameOfCorruptRecordMd5</c> the md5 of its bytes in that one.
/// </summary>
internal sealed class TextSource(CheckedFiles checkedFiles) : ISource
{
    private const byte Delimiter = 1;

    public IReadOnlyCollection<string> Options { get; } = ["columnNameOfCorruptRecord", "columnNameOfCorruptRecordMd5", "maxLineSize", "recursiveFileLookup"];

    public StructType Schema(Read read, Workspace workspace)
    {
        FileListing.Files(read);
        string?[] told = [read.Option("columnNameOfCorruptRecord"), read.Option("columnNameOfCorruptRecordMd5")];
        return new StructType([.. told.OfType<string>().Prepend("value").Select(name => new StructField(name, new StringType()))]);
    }

    public string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions)
    {
        var files = FileListing.Files(read);
        var (corrupt, md5) = (read.Option("columnNameOfCorruptRecord"), read.Option("columnNameOfCorruptRecordMd5"));
        var rows = FirstLines.Asked(read) is { } most ? FirstLines.Select(files, most, Rules(read)) : Lines(files, read, workspace);
        var value = corrupt is null ? "value" : "CASE WHEN readable THEN value END";
        var columns = read.Columns.Select(column => (column.Name == corrupt ? "CASE WHEN NOT readable THEN value END" : column.Name == md5 ? "md5" : value) + $" AS {names[column]}");
        return rows is null ? EmptyRows.Select(read, names) : $"SELECT {string.Join(", ", columns.Append($"file AS {names[read.FileName]}"))}\nFROM (\n{rows}\n)";
    }

    /// <summary>A SELECT of <c>value</c>, <c>readable</c>, <c>md5</c> (of lines that are not readable) and <c>file</c> for the lines of files, or null where there are no files.</summary>
    public string? Lines(IReadOnlyList<string> files, Read read, Workspace workspace)
    {
        var rules = Rules(read);
        var parts = files.Select(file => checkedFiles.Check(file, rules, workspace)).ToList();
        var selects = parts.Where(part => part.RejectTable is null).ToList() is { Count: > 0 } clean
            ? [$"SELECT coalesce(value, '') AS value, TRUE AS readable, CAST(NULL AS VARCHAR) AS md5, filename AS file FROM {Reader(clean)}"]
            : new List<string>();
        foreach (var part in parts.Where(part => part.RejectTable is not null))
        {
            selects.Add($"SELECT coalesce(value, '') AS value, TRUE AS readable, CAST(NULL AS VARCHAR) AS md5, {SqlText.Text(part.Original)} AS file FROM {Reader([part])}");
            selects.Add($"SELECT record, readable, CASE WHEN NOT readable THEN md5 END, file FROM {part.RejectTable}");
        }

        return selects.Count == 0 ? null : string.Join("\nUNION ALL\n", selects);
    }

    private static TextRules Rules(Read read) => new() { Delimiter = Delimiter, MostBytes = TextOptions.MostBytes(read), Fields = 1 };

    private static string Reader(IReadOnlyList<CheckedFile> files) =>
        $"read_csv({SqlText.Paths(files.Select(file => file.Path))}, auto_detect = false, header = false, delim = chr({Delimiter}), quote = '', escape = '', columns = {{'value': 'VARCHAR'}}, filename = true, strict_mode = false, {CheckedFile.ReaderOptions(files)})";
}
