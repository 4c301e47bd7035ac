namespace SparkAnalytics.Delta.Tests;

public sealed class ConflictTests
{
    [Theory]
    [InlineData("append", "append", null)]
    [InlineData("append", "remove A", null)]
    [InlineData("append", "compact A B", null)]
    [InlineData("append", "mark A", null)]
    [InlineData("overwrite", "mark A", ConflictKind.ConcurrentDeleteRead)]
    [InlineData("compact A B", "mark A", ConflictKind.ConcurrentDeleteRead)]
    [InlineData("compact B C", "mark A", null)]
    [InlineData("remove A unread", "mark A", ConflictKind.ConcurrentDeleteDelete)]
    [InlineData("mark A", "append", ConflictKind.ConcurrentAppend)]
    [InlineData("mark A", "mark A", ConflictKind.ConcurrentDeleteRead)]
    [InlineData("mark A unread", "append", null)]
    [InlineData("mark A unread", "mark A", ConflictKind.ConcurrentDeleteDelete)]
    [InlineData("mark A unread", "compact A B", ConflictKind.ConcurrentDeleteDelete)]
    [InlineData("mark A unread", "compact B C", null)]
    [InlineData("append", "change metadata", ConflictKind.MetadataChanged)]
    [InlineData("overwrite", "append", ConflictKind.ConcurrentAppend)]
    [InlineData("overwrite", "remove A", ConflictKind.ConcurrentDeleteRead)]
    [InlineData("overwrite", "compact A B", ConflictKind.ConcurrentDeleteRead)]
    [InlineData("overwrite", "change metadata", ConflictKind.MetadataChanged)]
    [InlineData("insert from itself", "append", ConflictKind.ConcurrentAppend)]
    [InlineData("insert from itself", "remove A", ConflictKind.ConcurrentDeleteRead)]
    [InlineData("compact A B", "append", null)]
    [InlineData("compact A B", "remove A", ConflictKind.ConcurrentDeleteRead)]
    [InlineData("compact A B", "compact A B", ConflictKind.ConcurrentDeleteRead)]
    [InlineData("compact B C", "remove A", null)]
    [InlineData("compact B C", "compact A B", ConflictKind.ConcurrentDeleteRead)]
    [InlineData("remove A unread", "append", null)]
    [InlineData("remove A unread", "remove A", ConflictKind.ConcurrentDeleteDelete)]
    [InlineData("change metadata", "change metadata", ConflictKind.MetadataChanged)]
    [InlineData("change metadata", "append", ConflictKind.ConcurrentAppend)]
    public void Commit_WhenAnotherCameFirst_FollowsTheConflictRules(string mine, string winner, ConflictKind? expected)
    {
        using var table = new TableFolder();
        _ = table.Log.BeginCreate(new TableMetadata(TableFolder.Schema)).EnableDeletionVectors().Commit();
        _ = table.Append(table.NewFile("A", statistics: VectorTable.Statistics(5)), table.NewFile("B"), table.NewFile("C"));
        var snapshot = table.Log.Latest();
        var transaction = Prepare(table, snapshot, mine);
        _ = Prepare(table, snapshot, winner).WithOperation(winner).Commit();

        if (expected is null)
        {
            Assert.Equal(3, transaction.Commit().Version);
            Assert.Equal(3, table.Log.Latest().Version);
        }
        else
        {
            var conflict = Assert.Throws<ConcurrentModificationException>(() => transaction.Commit());
            Assert.Equal((expected, 2L, winner), (conflict.Kind, conflict.Version, conflict.Operation));
            Assert.Equal(2, table.Log.Latest().Version);
        }
    }

    [Fact]
    public void Commit_WhenSameApplicationCommittedAnEarlierVersionMeanwhile_Conflicts()
    {
        using var table = new TableFolder();
        _ = table.Create();
        var snapshot = table.Log.Latest();
        _ = table.Log.Begin(snapshot).ReadsNothing().SetTransaction("job", 6).Commit();

        var conflict = Assert.Throws<ConcurrentModificationException>(
            () => table.Log.Begin(snapshot).ReadsNothing().SetTransaction("job", 7).Commit());

        Assert.Equal(ConflictKind.ConcurrentTransaction, conflict.Kind);
    }

    [Fact]
    public void Commit_WhenWinnerRaisedTheProtocol_IsRefusedByFeature()
    {
        using var table = new TableFolder();
        _ = table.Create();
        var transaction = table.Log.Begin(table.Log.Latest()).ReadsNothing().Add(table.NewFile());
        table.WriteCommit(1, """{"protocol":{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["rowTracking"]}}""");

        var refusal = Assert.Throws<UnsupportedTableFeatureException>(() => transaction.Commit());

        Assert.Equal("rowTracking", Assert.Single(refusal.Features));
    }

    private static Transaction Prepare(TableFolder table, Snapshot snapshot, string kind)
    {
        var transaction = table.Log.Begin(snapshot);
        return kind switch
        {
            "append" => transaction.ReadsNothing().Add(table.NewFile()),
            "overwrite" => transaction.Remove(snapshot.Files).Add(table.NewFile()),
            "insert from itself" => transaction.Add(table.NewFile()),
            "remove A" => transaction.Remove(Files("A")),
            "remove A unread" => transaction.ReadsNothing().Remove(Files("A")),
            "mark A" => Mark(transaction),
            "mark A unread" => Mark(transaction.ReadsNothing()),
            "compact A B" => transaction.ReadsFiles(Files("A", "B")).Remove(Files("A", "B")).Add(table.NewFile()).WithoutDataChange(),
            "compact B C" => transaction.ReadsFiles(Files("B", "C")).Remove(Files("B", "C")).Add(table.NewFile()).WithoutDataChange(),
            "change metadata" => transaction.SetMetadata(snapshot.Metadata with { Description = "changed" }),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

        Transaction Mark(Transaction marking)
        {
            _ = marking.MarkDeleted(Files("A").Single(), [1]);
            return marking;
        }

        IEnumerable<AddFile> Files(params string[] names) => snapshot.Files.Where(file => names.Contains(Path.GetFileName(file.Path)));
    }
}
