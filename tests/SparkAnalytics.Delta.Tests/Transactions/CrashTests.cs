namespace SparkAnalytics.Delta.Tests;

public sealed class CrashTests
{
    [Fact]
    public void Commit_WhenProcessDiesAfterAnyCall_ShowsOldOrNewVersion()
    {
        var (withOld, withNew) = (0, 0);
        for (var calls = 0; ; calls++)
        {
            using var table = TableBeforeCheckpoint();
            var old = table.Log.Latest();
            var replacement = table.NewFile();
            var store = new CrashingStore(table.Store, calls);
            var log = DeltaLog.ForTable(store, new JsonCheckpointFiles(), table.Clock, table.Path);

            var failure = Record.Exception(() => _ = log.Begin(log.Latest()).Remove(old.Files).Add(replacement).Commit());

            var after = table.Log.Latest();
            Assert.True(failure is null or IOException, failure?.ToString());
            if (after.Version == old.Version)
            {
                withOld++;
                Assert.Equal(old.Files.Select(file => file.Path).Order(), after.Files.Select(file => file.Path).Order());
            }
            else
            {
                withNew++;
                Assert.Equal((10, replacement.Path), (after.Version, Assert.Single(after.Files).Path));
            }

            Assert.True(failure is not null || after.Version == 10);
            Assert.Equal([5, 6, 7, 8], Enumerable.Range(5, 4).Select(version => table.Log.At(version).Files.Count));
            Assert.True(store.Crashed || !File.Exists(table.CommitPath(4)));
            Assert.Equal(11, table.Append(table.NewFile()).Version + (after.Version == 9 ? 1 : 0));
            if (!store.Crashed)
            {
                break;
            }
        }

        Assert.True(withOld > 5 && withNew > 5, $"old {withOld}, new {withNew}");
    }

    [Fact]
    public void Commit_WhenProcessDiesAfterAnyCallOfCreation_ShowsNoTableOrAWholeOne()
    {
        var (without, with) = (0, 0);
        for (var calls = 0; ; calls++)
        {
            using var table = new TableFolder();
            var file = table.NewFile();
            var store = new CrashingStore(table.Store, calls);
            var log = DeltaLog.ForTable(store, new JsonCheckpointFiles(), table.Clock, table.Path);

            _ = Record.Exception(() => _ = log.BeginCreate(new TableMetadata(TableFolder.Schema)).Add(file).Commit());

            if (table.Log.Exists)
            {
                with++;
                Assert.Equal(file.Path, Assert.Single(table.Log.Latest().Files).Path);
            }
            else
            {
                without++;
                Assert.Equal(0, table.Create().Version);
            }

            if (!store.Crashed)
            {
                break;
            }
        }

        Assert.True(without >= 3 && with >= 1, $"without {without}, with {with}");
    }

    [Fact]
    public void Latest_WhenDeadWriterLeftTemporaryFiles_IgnoresThem()
    {
        using var table = new TableFolder();
        _ = table.Create();
        File.WriteAllText(table.LogFile($".{Guid.NewGuid():N}.tmp"), "{\"add\":");
        File.WriteAllText(table.LogFile(".00000000000000000001.json.crc"), "x");

        Assert.Equal(0, table.Log.Latest().Version);
        Assert.Equal(1, table.Append(table.NewFile()).Version);
    }

    /// <summary>Version 9 with a checkpoint at 5, so that the next commit writes another one and deletes the log before the first.</summary>
    private static TableFolder TableBeforeCheckpoint()
    {
        var table = new TableFolder();
        _ = table.Log.BeginCreate(new TableMetadata(TableFolder.Schema)
        {
            Configuration = new Dictionary<string, string> { [TableProperties.CheckpointInterval] = "5" },
        }).Commit();
        for (var version = 1; version <= 9; version++)
        {
            _ = table.Append(table.NewFile());
        }

        for (var version = 0; version <= 6; version++)
        {
            File.SetLastWriteTimeUtc(table.CommitPath(version), table.Clock.GetUtcNow().UtcDateTime.AddDays(-31));
        }

        return table;
    }
}
