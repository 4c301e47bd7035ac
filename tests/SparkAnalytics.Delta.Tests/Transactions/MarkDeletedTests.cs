using System.Text.Json;

namespace SparkAnalytics.Delta.Tests;

public sealed class MarkDeletedTests
{
    private static readonly long[] Many = [.. Enumerable.Range(0, 500).Select(row => row * 2L)];

    [Fact]
    public void Commit_WithMarkedRows_RemovesTheFileAndAddsItWithAVector()
    {
        using var table = VectorTable.Create(100);

        Assert.Equal(2, table.Mark("A", 29, 3, 4, 18, 11, 7, 3).Version);

        var added = table.Action(2, "add");
        Assert.Equal("A", added.GetProperty("path").GetString());
        Assert.True(added.GetProperty("dataChange").GetBoolean());
        Assert.Equal(
            """{"numRecords":100,"minValues":{"id":1},"maxValues":{"id":100},"nullCount":{"id":0},"tightBounds":false}""",
            added.GetProperty("stats").GetString());
        Assert.Equal(
            """{"storageType":"i","pathOrInlineDv":"^Bg9^0rr910000000000iXQKl0rr91000f55c8Xg0@@D72lkbi5=-{L","sizeInBytes":44,"cardinality":6}""",
            added.GetProperty("deletionVector").GetRawText());
        var removed = table.Action(2, "remove");
        Assert.Equal(("A", true, false), (removed.GetProperty("path").GetString(), removed.GetProperty("dataChange").GetBoolean(), removed.TryGetProperty("deletionVector", out _)));
        var snapshot = table.Log.Latest();
        var file = Assert.Single(snapshot.Files);
        Assert.Equal((100L, 94L), (file.Statistics!.RecordCount, file.RowCount));
        Assert.Equal([3, 4, 7, 11, 18, 29], table.Log.DeletedRows(file));
    }

    [Fact]
    public void MarkDeleted_WhenRowsAreDeletedAlready_UnitesThem()
    {
        using var table = VectorTable.Create(100);
        _ = table.Mark("A", 4, 29, 18);
        var earlier = table.Action(2, "add").GetProperty("deletionVector").GetRawText();

        _ = table.Mark("A", 7, 3, 4, 11);

        Assert.Equal("^Bg9^0rr910000000000iXQKl0rr91000f55c8Xg0@@D72lkbi5=-{L", Assert.Single(table.Log.Latest().Files).DeletionVector!.PathOrInline);
        Assert.Equal(earlier, table.Action(3, "remove").GetProperty("deletionVector").GetRawText());
        Assert.Equal([4, 18, 29], table.Log.DeletedRows(Assert.Single(table.Log.At(2).Files)));
    }

    [Fact]
    public void MarkDeleted_WhenNoRowIsLeft_RemovesTheFile()
    {
        using var table = VectorTable.Create(3);
        _ = table.Mark("A", 1);
        var snapshot = table.Log.Latest();
        var transaction = table.Log.Begin(snapshot);

        Assert.Null(transaction.MarkDeleted(snapshot.File("A"), [2, 0]));
        _ = transaction.Commit();

        Assert.Empty(table.Log.Latest().Files);
        Assert.Equal(1, table.Action(3, "remove").GetProperty("deletionVector").GetProperty("cardinality").GetInt32());
    }

    [Fact]
    public void MarkDeleted_WithoutNewRows_ChangesNothing()
    {
        using var table = VectorTable.Create(3);
        _ = table.Mark("A", 1);
        var snapshot = table.Log.Latest();
        var transaction = table.Log.Begin(snapshot);

        Assert.Same(snapshot.File("A"), transaction.MarkDeleted(snapshot.File("A"), [1]));
        Assert.Same(snapshot.File("A"), transaction.MarkDeleted(snapshot.File("A"), []));
        _ = transaction.Commit();

        Assert.Equal(["commitInfo"], File.ReadLines(table.CommitPath(3)).Select(line => JsonDocument.Parse(line).RootElement.EnumerateObject().Single().Name));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(3)]
    public void MarkDeleted_WithARowThatTheFileHasNot_NamesIt(long row)
    {
        using var table = VectorTable.Create(3);
        var snapshot = table.Log.Latest();

        var problem = Assert.Throws<ArgumentOutOfRangeException>(() => table.Log.Begin(snapshot).MarkDeleted(snapshot.File("A"), [1, row]));

        Assert.Contains($"no row {row};", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MarkDeleted_WithoutStatistics_NeedsTheNumberOfRows()
    {
        using var table = VectorTable.Create(3);
        table.WriteCommit(2, """{"add":{"path":"B","partitionValues":{},"size":10,"modificationTime":0,"dataChange":true}}""");
        var snapshot = table.Log.Latest();
        var transaction = table.Log.Begin(snapshot);

        Assert.Contains("how many rows", Assert.Throws<ArgumentException>(() => transaction.MarkDeleted(snapshot.File("B"), [1])).Message, StringComparison.Ordinal);
        Assert.Equal("""{"numRecords":9,"tightBounds":false}""", transaction.MarkDeleted(snapshot.File("B"), [1], recordCount: 9)!.Statistics!.Json);
    }

    [Fact]
    public void Commit_WhenAFileIsMarkedTwiceOrBesideItself_IsRefused()
    {
        using var table = VectorTable.Create(3);
        var snapshot = table.Log.Latest();
        var twice = table.Log.Begin(snapshot);
        var marked = twice.MarkDeleted(snapshot.File("A"), [0])!;
        _ = twice.MarkDeleted(snapshot.File("A"), [1]);

        Assert.Contains("twice", Assert.Throws<ArgumentException>(() => twice.Commit()).Message, StringComparison.Ordinal);
        Assert.Contains("already", Assert.Throws<ArgumentException>(() => table.Log.Begin(snapshot).Add(marked).Commit()).Message, StringComparison.Ordinal);
        Assert.Equal(1, table.Log.Latest().Version);
    }

    [Fact]
    public void DiscardDeletionVectors_AfterAFailure_DeletesTheirFiles()
    {
        using var table = VectorTable.Create(1000);
        _ = table.Mark("A", Many);
        var kept = table.VectorFiles();
        var snapshot = table.Log.Latest();
        var transaction = table.Log.Begin(snapshot);
        _ = transaction.MarkDeleted(snapshot.File("A"), [1]);
        _ = table.Mark("A", 3);
        Assert.Equal(3, table.VectorFiles().Count);

        var conflict = Assert.Throws<ConcurrentModificationException>(() => transaction.Commit());
        transaction.DiscardDeletionVectors();

        Assert.Equal(ConflictKind.ConcurrentDeleteRead, conflict.Kind);
        Assert.Equal(2, table.VectorFiles().Count);
        Assert.Subset(table.VectorFiles().ToHashSet(), kept.ToHashSet());
        Assert.Equal(501, table.Log.DeletedRows(Assert.Single(table.Log.Latest().Files)).Count);
    }
}
