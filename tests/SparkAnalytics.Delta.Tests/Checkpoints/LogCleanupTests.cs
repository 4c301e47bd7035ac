namespace SparkAnalytics.Delta.Tests;

public sealed class LogCleanupTests
{
    [Fact]
    public void Commit_WithCheckpoint_DeletesExpiredLogThatAnOlderCheckpointCovers()
    {
        using var table = TableOfVersions(19, expiredUpTo: 12);
        File.WriteAllText(table.LogFile(".00000000000000000003.json.crc"), "x");
        File.WriteAllText(table.LogFile("00000000000000000003.crc"), "x");

        _ = table.Append(table.NewFile());

        Assert.Equal(10, Directory.GetFiles(table.LogFile(string.Empty)).Select(path => LogListing.VersionOf(Path.GetFileName(path))).Min());
        Assert.Equal((20, 20), (table.Log.Latest().Version, table.Log.Latest().Files.Count));
        Assert.Equal(10, table.Log.At(10).Files.Count);
        Assert.Contains("earliest readable version is 10", Assert.Throws<TableVersionNotFoundException>(() => table.Log.At(9)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Commit_WhenNoCheckpointIsExpired_KeepsTheWholeLog()
    {
        using var table = TableOfVersions(19, expiredUpTo: 9);

        _ = table.Append(table.NewFile());

        Assert.True(File.Exists(table.CommitPath(0)));
        Assert.Empty(table.Log.At(0).Files);
    }

    [Fact]
    public void Commit_WhenTableKeepsItsLog_DeletesNothing()
    {
        using var table = TableOfVersions(19, expiredUpTo: 12, new() { [TableProperties.LogCleanup] = "false" });

        _ = table.Append(table.NewFile());

        Assert.True(File.Exists(table.CommitPath(0)));
    }

    [Fact]
    public void Commit_WithCheckpoint_DeletesStaleChecksumsOfWhatItWrites()
    {
        using var table = TableOfVersions(9, expiredUpTo: -1);
        File.WriteAllText(table.LogFile("._last_checkpoint.crc"), "stale");
        File.WriteAllText(table.LogFile(".00000000000000000010.checkpoint.parquet.crc"), "stale");

        Assert.Null(table.Append(table.NewFile()).CheckpointFailure);

        Assert.Empty(Directory.GetFiles(table.LogFile(string.Empty), ".*"));
    }

    [Fact]
    public void Commit_WithInterval_WritesCheckpointsThatOften()
    {
        using var table = TableOfVersions(7, expiredUpTo: -1, new() { [TableProperties.CheckpointInterval] = "3" });

        Assert.Equal(
            ["00000000000000000003.checkpoint.parquet", "00000000000000000006.checkpoint.parquet"],
            Directory.GetFiles(table.LogFile(string.Empty), "*.checkpoint.parquet").Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Commit_WhenCheckpointFails_StandsAndTellsWhy()
    {
        using var table = TableOfVersions(9, expiredUpTo: -1);
        var log = DeltaLog.ForTable(table.Store, new FailingCheckpointFiles(), table.Clock, table.Path);

        var result = log.Begin(log.Latest()).ReadsNothing().Add(table.NewFile()).Commit();

        Assert.Equal(10, result.Version);
        Assert.Equal("disk full", result.CheckpointFailure!.Message);
        Assert.Equal(10, table.Log.Latest().Files.Count);
    }

    [Fact]
    public void Checkpoint_LeavesOutTombstonesThatVacuumNoLongerNeeds()
    {
        using var table = TableOfVersions(8, expiredUpTo: -1);
        var snapshot = table.Log.Latest();
        _ = table.Log.Begin(snapshot).Remove(snapshot.Files[0]).Commit();
        table.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        snapshot = table.Log.Latest();
        _ = table.Log.Begin(snapshot).Remove(snapshot.Files[0]).Commit();

        var tombstone = Assert.Single(table.Log.Latest().Tombstones);
        Assert.Equal(snapshot.Files[0].Path, tombstone.Path);
    }

    private static TableFolder TableOfVersions(int last, int expiredUpTo, Dictionary<string, string>? configuration = null)
    {
        var table = new TableFolder();
        _ = table.Log.BeginCreate(new TableMetadata(TableFolder.Schema) { Configuration = configuration ?? [] }).Commit();
        for (var version = 1; version <= last; version++)
        {
            _ = table.Append(table.NewFile());
        }

        for (var version = 0; version <= last; version++)
        {
            var age = TimeSpan.FromDays(version <= expiredUpTo ? 31 : 1);
            File.SetLastWriteTimeUtc(table.CommitPath(version), (table.Clock.GetUtcNow() - age).UtcDateTime);
        }

        return table;
    }

    private sealed class FailingCheckpointFiles : ICheckpointFiles
    {
        public IEnumerable<string> Read(string path) => throw new NotSupportedException();

        public void Write(string path, IReadOnlyList<string> actions) => throw new IOException("disk full");
    }
}
