namespace SparkAnalytics.Delta.Tests;

public sealed class AppendedFilesTests
{
    private const string Marked = """{"add":{"path":"A","partitionValues":{},"size":10,"modificationTime":0,"dataChange":true,"deletionVector":{"storageType":"i","pathOrInlineDv":"^Bg9^0rr910000000000iXQKl0rr91000f55c8Xg0@@D72lkbi5=-{L","sizeInBytes":44,"cardinality":6}}}""";

    [Fact]
    public void AppendedFiles_WhenSomeWereCompacted_AreThoseThatWereWritten()
    {
        using var table = new TableFolder();
        _ = table.Create();
        var (a, b, joined) = (table.NewFile("A"), table.NewFile("B"), table.NewFile("joined"));
        _ = table.Append(a);
        _ = table.Append(b);
        _ = table.Log.Begin(table.Log.Latest()).ReadsFiles([a, b]).Remove(a, b).Add(joined).WithoutDataChange().Commit();

        Assert.Equal(["A", "B"], Names(table.Log.AppendedFiles(0, table.Log.Latest())));
        Assert.Equal(["B"], Names(table.Log.AppendedFiles(1, table.Log.Latest())));
    }

    [Fact]
    public void AppendedFiles_WhenAKnownFileLosesRows_NamesVersionAndOperation()
    {
        using var table = TableOf("A");
        table.WriteCommit(2, """{"commitInfo":{"operation":"DELETE"}}""", """{"remove":{"path":"A","dataChange":false}}""", Marked);

        var refusal = Assert.Throws<ChangedRowsException>(() => table.Log.AppendedFiles(1, table.Log.Latest()));

        Assert.Equal((2L, "DELETE"), (refusal.Version, refusal.Operation));
        Assert.Contains("in version 2 (DELETE), so what was appended since version 1 cannot", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AppendedFiles_WhenANewFileComesWithDeletedRows_HasIt()
    {
        using var table = TableOf("B");
        _ = table.NewFile("A");
        table.WriteCommit(2, Marked);

        Assert.Equal(6, Assert.Single(table.Log.AppendedFiles(1, table.Log.Latest())).DeletionVector?.Cardinality);
    }

    [Fact]
    public void AppendedFiles_WhenTheVectorOfOneIsGone_NamesIt()
    {
        using var table = TableOf("B");
        _ = table.NewFile("A");
        table.WriteCommit(2, """{"add":{"path":"A","partitionValues":{},"size":10,"modificationTime":0,"dataChange":true,"deletionVector":{"storageType":"p","pathOrInlineDv":"file:/gone/vector.bin","offset":1,"sizeInBytes":44,"cardinality":6}}}""");
        table.WriteCommit(3, """{"remove":{"path":"A","dataChange":false,"deletionVector":{"storageType":"p","pathOrInlineDv":"file:/gone/vector.bin","offset":1,"sizeInBytes":44,"cardinality":6}}}""");

        Assert.Contains("'/gone/vector.bin' is gone", Assert.Throws<TableVersionNotFoundException>(() => table.Log.AppendedFiles(1, table.Log.Latest())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AppendedFiles_WhenAFileIsAddedAgain_HasItOnce()
    {
        using var table = TableOf("A");
        table.WriteCommit(2, """{"add":{"path":"A","partitionValues":{},"size":10,"modificationTime":0,"dataChange":true,"stats":"{\"numRecords\":1}"}}""");

        Assert.Equal(["A"], Names(table.Log.AppendedFiles(0, table.Log.Latest())));
    }

    [Fact]
    public void AppendedFiles_SinceALaterVersionThanTheLast_IsRefused()
    {
        using var table = TableOf("A");
        var first = table.Log.At(0);

        Assert.Contains("since version 1 is not in the earlier version 0", Assert.Throws<ArgumentException>(() => table.Log.AppendedFiles(1, first)).Message, StringComparison.Ordinal);
        _ = Assert.Throws<TableVersionNotFoundException>(() => table.Log.AppendedFiles(2, first));
    }

    /// <summary>A table that allows deletion vectors, with a file in version 1.</summary>
    private static TableFolder TableOf(string file)
    {
        var table = new TableFolder();
        table.WriteCommit(
            0,
            """{"protocol":{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]}}""",
            """{"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":[],"configuration":{}}}""");
        _ = table.NewFile(file);
        table.WriteCommit(1, $$$"""{"add":{"path":"{{{file}}}","partitionValues":{},"size":10,"modificationTime":0,"dataChange":true}}""");
        return table;
    }

    private static IEnumerable<string> Names(IEnumerable<AddFile> files) => files.Select(file => Path.GetFileName(file.Path));
}
