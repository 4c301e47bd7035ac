namespace SparkAnalytics.Delta.Tests;

public sealed class CheckpointFormTests
{
    private const string Protocol = """{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}""";
    private const string Metadata =
        """{"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":[],"configuration":{}}}""";

    [Fact]
    public void Latest_WithSidecars_ReadsThemAndTheCommitsAfter()
    {
        using var table = new TableFolder();
        table.WriteCommit(5, Add("later"));
        Write(table, "00000000000000000004.checkpoint.01234567-89ab-cdef-0123-456789abcdef.json",
            """{"checkpointMetadata":{"version":4}}""", Protocol, Metadata, """{"txn":{"appId":"job","version":3}}""",
            """{"sidecar":{"path":"a%20b.parquet","sizeInBytes":1,"modificationTime":1}}""", """{"sidecar":{"path":"c.parquet","sizeInBytes":1,"modificationTime":1}}""");
        Write(table, "_sidecars/a b.parquet", Add("one"));
        Write(table, "_sidecars/c.parquet", """{"add":null,"remove":{"path":"gone","deletionTimestamp":1,"dataChange":false}}""");

        var snapshot = table.Log.Latest();

        Assert.Equal(["one", "later"], Names(snapshot));
        Assert.Equal((5, 3), (snapshot.Version, snapshot.Transactions["job"]));
        _ = Assert.Single(snapshot.Tombstones);
    }

    [Fact]
    public void Latest_WithIncompleteParts_TakesTheOlderCheckpoint()
    {
        using var table = new TableFolder();
        Write(table, "00000000000000000002.checkpoint.0000000001.0000000002.parquet", Protocol, Add("one"));
        Write(table, "00000000000000000002.checkpoint.0000000002.0000000002.parquet", Metadata);
        Write(table, "00000000000000000003.checkpoint.0000000002.0000000002.parquet", Protocol, Metadata);
        table.WriteCommit(3, Add("two"));
        Write(table, "_last_checkpoint", """{"version":3,"size":1,"parts":2}""");

        Assert.Equal(["one", "two"], Names(table.Log.Latest()));
    }

    [Fact]
    public void Latest_WithOtherFilesInTheLog_IgnoresThem()
    {
        using var table = new TableFolder();
        table.WriteCommit(0, Protocol, Metadata);
        foreach (var name in new[]
            {
                "1.json", "00000000000000000001.json.tmp", "00000000000000000001.crc", "00000000000000000000.00000000000000000001.compacted.json",
                "00000000000000000001.checkpoint.x.parquet", "00000000000000000001.checkpoint.parquet.crc", "_last_checkpoint", ".00000000000000000001.json.crc",
                "_staged_commits/00000000000000000001.01234567-89ab-cdef-0123-456789abcdef.json",
            })
        {
            Write(table, name, "nonsense");
        }

        Assert.Equal(0, table.Log.Latest().Version);
    }

    [Fact]
    public void Latest_WhenDeletionVectorReplacesAnother_KeepsTheFileWhateverTheOrderOfActions()
    {
        using var table = new TableFolder();
        const string vector = """ "deletionVector":{"storageType":"i","pathOrInlineDv":"NUMBER","sizeInBytes":4,"cardinality":1}}}""";
        table.WriteCommit(0, Protocol, Metadata, Add("one"));
        table.WriteCommit(1, Add("one")[..^2] + "," + vector.Replace("NUMBER", "1", StringComparison.Ordinal), """{"remove":{"path":"one","dataChange":true}}""");
        table.WriteCommit(2, Add("one")[..^2] + "," + vector.Replace("NUMBER", "2", StringComparison.Ordinal),
            """{"remove":{"path":"one","dataChange":true,""" + vector.Replace("NUMBER", "1", StringComparison.Ordinal));

        var snapshot = table.Log.Latest();

        Assert.Equal("2", Assert.Single(snapshot.Files).DeletionVector!.PathOrInline);
        Assert.Equal([null, "1"], snapshot.Tombstones.Select(file => file.DeletionVector?.PathOrInline));
    }

    [Fact]
    public void Latest_WhenFirstCommitLacksMetadata_SaysSo()
    {
        using var table = new TableFolder();
        table.WriteCommit(0, Protocol);

        Assert.Contains("no metadata", Assert.Throws<CorruptTableException>(table.Log.Latest).Message, StringComparison.Ordinal);
    }

    private static string Add(string path) => $$$"""{"add":{"path":"{{{path}}}","partitionValues":{},"size":1,"modificationTime":1,"dataChange":true}}""";

    private static void Write(TableFolder table, string name, params string[] lines)
    {
        _ = Directory.CreateDirectory(Path.GetDirectoryName(table.LogFile(name))!);
        File.WriteAllLines(table.LogFile(name), lines);
    }

    private static IEnumerable<string?> Names(Snapshot snapshot) => snapshot.Files.Select(file => Path.GetFileName(file.Path));
}
