using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace SparkAnalytics.Delta.Tests;

public sealed class RaceTests
{
    private const int Writers = 4;

    [Fact]
    public void TryPutIfAbsent_WhenManyThreadsRace_HasExactlyOneWinnerEach()
    {
        const int versions = 200;
        var store = new LocalFileStore();
        var folder = Directory.CreateTempSubdirectory("delta-").FullName;
        try
        {
            var winners = new ConcurrentDictionary<int, ConcurrentBag<int>>();
            using var start = new Barrier(Writers);
            Together(writer =>
            {
                try
                {
                    for (var version = 0; version < versions; version++)
                    {
                        start.SignalAndWait();
                        if (store.TryPutIfAbsent($"{folder}/{version}.json", Encoding.UTF8.GetBytes($"{writer}")))
                        {
                            winners.GetOrAdd(version, _ => []).Add(writer);
                        }
                    }
                }
                finally
                {
                    // The others wait for no writer that has failed.
                    start.RemoveParticipant();
                }
            });

            Assert.Equal(versions, winners.Count);
            Assert.All(winners, pair => Assert.Equal(
                Assert.Single(pair.Value), int.Parse(File.ReadAllText($"{folder}/{pair.Key}.json"), CultureInfo.InvariantCulture)));
            Assert.Equal(versions, Directory.GetFiles(folder).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void Commit_WhenManyWritersAppend_GivesEachItsOwnVersion()
    {
        const int commits = 50;
        using var table = new TableFolder();
        _ = table.Create();
        var versions = new ConcurrentBag<long>();

        Together(writer =>
        {
            for (var commit = 1; commit <= commits; commit++)
            {
                var file = new AddFile($"{table.Path}/{writer}-{commit}", 1, table.Clock.GetUtcNow());
                File.WriteAllBytes(file.Path, [1]);
                var result = table.Log.Begin(table.Log.Latest()).ReadsNothing().SetTransaction($"writer {writer}", commit).Add(file).Commit();
                Assert.False(result.Skipped);
                Assert.Null(result.CheckpointFailure);
                versions.Add(result.Version);
            }
        });

        Assert.Equal(Enumerable.Range(1, Writers * commits).Select(version => (long)version), versions.Order());
        var snapshot = table.Log.Latest();
        Assert.Equal(Writers * commits, snapshot.Files.Count);
        Assert.All(snapshot.Transactions, pair => Assert.Equal(commits, pair.Value));
        Assert.Equal(20, Directory.GetFiles(table.LogFile(string.Empty), "*.checkpoint.parquet").Length);
    }

    [Fact]
    public void Commit_WhenManyWritersReplaceEverything_KeepsNoLostUpdate()
    {
        const int attempts = 50;
        using var table = new TableFolder();
        _ = table.Create();
        var committed = new ConcurrentBag<string>();

        Together(writer =>
        {
            for (var attempt = 0; attempt < attempts; attempt++)
            {
                var snapshot = table.Log.Latest();
                var file = table.NewFile();
                try
                {
                    _ = table.Log.Begin(snapshot).Remove(snapshot.Files).Add(file).Commit();
                    committed.Add(file.Path);
                }
                catch (ConcurrentModificationException)
                {
                    // Lost against another writer, which is one of the two outcomes that are allowed.
                }
            }
        });

        Assert.Equal(committed.Count, table.Log.Latest().Version);
        Assert.Contains(Assert.Single(table.Log.Latest().Files).Path, committed);
    }

    private static void Together(Action<int> write)
    {
        var failures = new ConcurrentBag<Exception>();
        var threads = Enumerable.Range(0, Writers).Select(writer => new Thread(() =>
        {
            if (Record.Exception(() => write(writer)) is Exception failure)
            {
                failures.Add(failure);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Assert.Empty(failures);
    }
}
