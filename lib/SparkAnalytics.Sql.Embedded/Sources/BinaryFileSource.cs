using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>Whole files as rows: <c>path</c> (a <c>file:</c> URI), <c>modificationTime</c>, <c>length</c>, and <c>content</c>, which is read only where it is used.</summary>
internal sealed class BinaryFileSource : ISource
{
    public IReadOnlyCollection<string> Options { get; } = ["recursiveFileLookup"];

    public StructType Schema(Read read, Workspace workspace) => new(
    [
        new StructField("path", new StringType()),
        new StructField("modificationTime", new TimestampType()),
        new StructField("length", new LongType()),
        new StructField("content", new BinaryType()),
    ]);

    public string Select(Read read, NameScope names, Workspace workspace, IReadOnlyList<Expression> conditions)
    {
        var files = FileListing.Files(read);
        if (files.Count == 0)
        {
            return EmptyRows.Select(read, names);
        }

        var rows = files.Select((path, index) => $"({Row(path, index)})");
        var columns = read.Columns.Select(column => $"{Value(column.Name, files)} AS {names[column]}");
        return $"SELECT {string.Join(", ", columns.Append($"path AS {names[read.FileName]}"))}\nFROM (VALUES {string.Join(", ", rows)}) AS files(number, path, modified, size)";
    }

    private static string Row(string path, int index)
    {
        var file = new FileInfo(path);
        var uri = "file:" + string.Join('/', path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString));
        var micros = (file.LastWriteTimeUtc - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMillisecond * 1000;
        return $"{SqlText.Number(index)}, {SqlText.Text(uri)}, {SqlText.Number(micros)}, {SqlText.Number(file.Length)}";
    }

    private static string Value(string column, IReadOnlyList<string> files) => column.ToUpperInvariant() switch
    {
        "PATH" => "path",
        "MODIFICATIONTIME" => "make_timestamptz(CAST(modified AS BIGINT))",
        "LENGTH" => "CAST(size AS BIGINT)",
        "CONTENT" => $"(SELECT content FROM read_blob({SqlText.TextList(files)}) AS blobs WHERE blobs.filename = {SqlText.TextList(files)}[number + 1])",
        _ => throw new AnalysisException($"binaryFile has no column '{column}'; it has path, modificationTime, length and content."),
    };
}
