using System.Text.Json;

namespace SparkAnalytics.Delta.Tests;

public sealed class CommitTests
{
    [Fact]
    public void Commit_WhenCreating_WritesProtocolOneTwoAndMetadata()
    {
        using var table = new TableFolder();
        var file = table.NewFile();

        var result = table.Log.BeginCreate(new TableMetadata(TableFolder.Schema)).Add(file).SetTransaction("job", 7).Commit();

        Assert.Equal(new CommitResult(0, Skipped: false), result);
        var protocol = table.Action(0, "protocol");
        Assert.Equal((1, 2), (protocol.GetProperty("minReaderVersion").GetInt32(), protocol.GetProperty("minWriterVersion").GetInt32()));
        Assert.Equal(
            """{"type":"struct","fields":[{"name":"id","type":"long","nullable":true,"metadata":{}},{"name":"name","type":"string","nullable":true,"metadata":{}}]}""",
            table.Action(0, "metaData").GetProperty("schemaString").GetString());
        Assert.Equal(Path.GetFileName(file.Path), table.Action(0, "add").GetProperty("path").GetString());
        Assert.Equal("""{"numRecords":1}""", table.Action(0, "add").GetProperty("stats").GetString());
        Assert.Equal(7, table.Action(0, "txn").GetProperty("version").GetInt64());
        Assert.True(JsonDocument.Parse(File.ReadLines(table.CommitPath(0)).First()).RootElement.TryGetProperty("commitInfo", out _));
    }

    [Fact]
    public void Latest_AfterAppendAndRemove_ShowsLiveFilesAndTombstones()
    {
        using var table = new TableFolder();
        _ = table.Create();
        var first = table.NewFile();
        var second = table.NewFile();
        _ = table.Append(first, second);
        _ = table.Log.Begin(table.Log.Latest()).Remove(first).WithOperation("DELETE").Commit();

        var snapshot = table.Log.Latest();

        Assert.Equal(2, snapshot.Version);
        Assert.Equal(second.Path, Assert.Single(snapshot.Files).Path);
        var tombstone = Assert.Single(snapshot.Tombstones);
        Assert.Equal((first.Path, table.Clock.GetUtcNow(), 10L), (tombstone.Path, tombstone.DeletionTimestamp, tombstone.Size));
        Assert.Equal(2, table.Log.At(1).Files.Count);
        Assert.Empty(table.Log.At(0).Files);
    }

    [Fact]
    public void Commit_WhenVersionExists_RetriesOnNextVersion()
    {
        using var table = new TableFolder();
        _ = table.Create();
        var snapshot = table.Log.Latest();
        _ = table.Append(table.NewFile());

        var result = table.Log.Begin(snapshot).ReadsNothing().Add(table.NewFile()).Commit();

        Assert.Equal(2, result.Version);
        Assert.Equal(2, table.Log.Latest().Files.Count);
    }

    [Fact]
    public void Commit_WhenApplicationVersionIsThere_SkipsWithoutWriting()
    {
        using var table = new TableFolder();
        _ = table.Create();
        _ = table.Log.Begin(table.Log.Latest()).SetTransaction("job", 7).Add(table.NewFile()).Commit();

        var same = table.Log.Begin(table.Log.Latest()).SetTransaction("job", 7).Add(table.NewFile()).Commit();
        var earlier = table.Log.Begin(table.Log.Latest()).SetTransaction("job", 6).Add(table.NewFile()).Commit();
        var otherJob = table.Log.Begin(table.Log.Latest()).SetTransaction("other", 1).Add(table.NewFile()).Commit();

        Assert.Equal(new CommitResult(1, Skipped: true), same);
        Assert.Equal(new CommitResult(1, Skipped: true), earlier);
        Assert.Equal(new CommitResult(2, Skipped: false), otherJob);
        Assert.Equal(2, table.Log.Latest().Files.Count);
        Assert.Equal(7, table.Log.Latest().Transactions["job"]);
    }

    [Fact]
    public void Commit_WhenRacingProcessCommittedTheSameApplicationVersion_Skips()
    {
        using var table = new TableFolder();
        _ = table.Create();
        var snapshot = table.Log.Latest();
        _ = table.Log.Begin(snapshot).SetTransaction("job", 7).Add(table.NewFile()).Commit();

        var result = table.Log.Begin(snapshot).SetTransaction("job", 7).Add(table.NewFile()).Commit();

        Assert.Equal(new CommitResult(1, Skipped: true), result);
        _ = Assert.Single(table.Log.Latest().Files);
    }

    [Fact]
    public void Commit_WhenTableWasMadeByTheSameApplicationVersion_Skips()
    {
        using var table = new TableFolder();
        var late = table.Log.BeginCreate(new TableMetadata(TableFolder.Schema)).SetTransaction("job", 1);
        _ = table.Log.BeginCreate(new TableMetadata(TableFolder.Schema)).SetTransaction("job", 1).Commit();

        Assert.Equal(new CommitResult(0, Skipped: true), late.Commit());
    }

    [Fact]
    public void Commit_WhenTableWasMadeMeanwhile_Conflicts()
    {
        using var table = new TableFolder();
        var late = table.Log.BeginCreate(new TableMetadata(TableFolder.Schema));
        _ = table.Create();

        var conflict = Assert.Throws<ConcurrentModificationException>(() => late.Commit());

        Assert.Equal((ConflictKind.ProtocolChanged, 0L), (conflict.Kind, conflict.Version));
    }
}
