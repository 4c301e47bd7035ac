using Moq;

namespace SparkAnalytics.Delta.Tests;

public sealed class TimeTravelTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(59, 0)]
    [InlineData(60, 1)]
    [InlineData(120, 2)]
    [InlineData(100000, 2)]
    public void AsOf_GivesTheLastVersionOfThatInstant(int minutes, long expected)
    {
        using var table = TableOfThreeHours();

        var snapshot = table.Log.AsOf(Start.AddMinutes(minutes));

        Assert.Equal((expected, Start.AddHours(expected)), (snapshot.Version, snapshot.Timestamp));
    }

    [Fact]
    public void AsOf_BeforeTheTable_NamesTheEarliestVersion()
    {
        using var table = TableOfThreeHours();

        var refusal = Assert.Throws<TableVersionNotFoundException>(() => table.Log.AsOf(Start.AddTicks(-1)));

        Assert.Contains("version 0", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AsOf_WhenFileTimesGoBack_KeepsVersionsInOrder()
    {
        using var table = TableOfThreeHours();
        File.SetLastWriteTimeUtc(table.CommitPath(2), Start.UtcDateTime.AddMinutes(-5));

        Assert.Equal(1, table.Log.AsOf(Start.AddHours(1)).Version);
        Assert.Equal(2, table.Log.AsOf(Start.AddHours(1).AddMilliseconds(1)).Version);
    }

    [Fact]
    public void AsOf_WhenTableNotesTimesInCommits_TakesThem()
    {
        using var table = new TableFolder();
        table.WriteCommit(
            0,
            """{"commitInfo":{"inCommitTimestamp":1000}}""",
            """{"protocol":{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["inCommitTimestamp"]}}""",
            """{"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":[],"configuration":{"delta.enableInCommitTimestamps":"true"}}}""");
        table.WriteCommit(1, """{"commitInfo":{"inCommitTimestamp":2000}}""");

        Assert.Equal(0, table.Log.AsOf(DateTimeOffset.FromUnixTimeMilliseconds(1999)).Version);
        Assert.Equal(DateTimeOffset.FromUnixTimeMilliseconds(2000), table.Log.Latest().Timestamp);
    }

    [Fact]
    public void At_OfMissingVersion_NamesTheVersionsThatAreThere()
    {
        using var table = TableOfThreeHours();

        Assert.Contains("0 to 2", Assert.Throws<TableVersionNotFoundException>(() => table.Log.At(3)).Message, StringComparison.Ordinal);
        _ = Assert.Throws<TableVersionNotFoundException>(() => table.Log.At(-1));
    }

    [Fact]
    public void History_GivesNewestFirstWithWhatTheCommitsSay()
    {
        using var table = TableOfThreeHours();
        _ = table.Log.Begin(table.Log.Latest())
            .WithOperation("MERGE", new Dictionary<string, string?> { ["predicate"] = "a = b" }, new Dictionary<string, string?> { ["numOutputRows"] = "3" })
            .Commit();

        var history = table.Log.History();

        Assert.Equal([3, 2, 1, 0], history.Select(entry => entry.Version));
        Assert.Equal(["MERGE", "WRITE", "WRITE", "CREATE TABLE"], history.Select(entry => entry.Operation));
        Assert.Equal(("a = b", "3", 2L, false), (history[0].OperationParameters["predicate"], history[0].OperationMetrics["numOutputRows"], history[0].ReadVersion, history[0].IsBlindAppend));
        Assert.StartsWith("SparkAnalytics/0.1.0", history[0].EngineInfo, StringComparison.Ordinal);
        Assert.Equal((true, Start.AddHours(1)), (history[2].IsBlindAppend, history[2].Timestamp));
        Assert.Equal([3, 2], table.Log.History(2).Select(entry => entry.Version));
    }

    [Fact]
    public void Latest_WhenListingLacksACommitThatCameWhileItRan_ReadsItAllTheSame()
    {
        using var table = TableOfThreeHours();
        var store = Watched(table, path => path != table.CommitPath(1));

        var snapshot = DeltaLog.ForTable(store.Object, new JsonCheckpointFiles(), table.Clock, table.Path).Latest();

        Assert.Equal((2, 2), (snapshot.Version, snapshot.Files.Count));
    }

    [Fact]
    public void Latest_LooksAtTheTimesOfTheLogsFilesOnlyWhereTheyAreAskedFor()
    {
        using var table = TableOfThreeHours();
        var store = Watched(table, path => true);

        var snapshot = DeltaLog.ForTable(store.Object, new JsonCheckpointFiles(), table.Clock, table.Path).Latest();

        store.Verify(one => one.Find(It.IsAny<string>()), Times.Never);
        Assert.Equal(Start.AddHours(2), snapshot.Timestamp);
        store.Verify(one => one.Find(It.IsAny<string>()), Times.Exactly(3));
    }

    /// <summary>The table's store with a listing that has only some of its files.</summary>
    private static Mock<IFileStore> Watched(TableFolder table, Func<string, bool> isListed)
    {
        var store = new Mock<IFileStore>();
        _ = store.Setup(one => one.Normalize(It.IsAny<string>())).Returns<string>(table.Store.Normalize);
        _ = store.Setup(one => one.Find(It.IsAny<string>())).Returns<string>(table.Store.Find);
        _ = store.Setup(one => one.OpenRead(It.IsAny<string>())).Returns<string>(table.Store.OpenRead);
        _ = store.Setup(one => one.List(It.IsAny<string>())).Returns<string>(directory => [.. table.Store.List(directory).Where(isListed)]);
        return store;
    }

    private static TableFolder TableOfThreeHours()
    {
        var table = new TableFolder();
        _ = table.Create();
        _ = table.Append(table.NewFile());
        _ = table.Append(table.NewFile());
        for (var version = 0; version < 3; version++)
        {
            File.SetLastWriteTimeUtc(table.CommitPath(version), Start.UtcDateTime.AddHours(version));
        }

        return table;
    }
}
