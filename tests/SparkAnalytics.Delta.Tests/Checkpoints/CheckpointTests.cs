using System.Text.Json;

namespace SparkAnalytics.Delta.Tests;

public sealed class CheckpointTests
{
    [Fact]
    public void Commit_OnTenthVersion_WritesCheckpointThatReadsBackTheSame()
    {
        using var table = new TableFolder(checkpointFiles: new CheckpointFiles());
        var metadata = new TableMetadata(TableFolder.Schema)
        {
            Name = "events",
            PartitionColumns = ["name"],
            Configuration = new Dictionary<string, string> { ["delta.logRetentionDuration"] = "interval 30 days" },
        };
        _ = table.Log.BeginCreate(metadata).SetTransaction("job", 3).Commit();
        for (var number = 1; number <= 10; number++)
        {
            var file = table.NewFile($"a b%{number}.parquet") with { PartitionValues = new Dictionary<string, string?> { ["name"] = number == 1 ? null : $"n {number}" } };
            Assert.Null(table.Append(file).CheckpointFailure);
            if (number == 9)
            {
                _ = table.Log.Begin(table.Log.Latest()).Remove(table.Log.Latest().Files[0]).Commit();
                break;
            }
        }

        Assert.True(File.Exists(table.LogFile("00000000000000000010.checkpoint.parquet")));
        var before = table.Log.Latest();
        for (var version = 0; version < 10; version++)
        {
            File.Delete(table.CommitPath(version));
        }

        var snapshot = table.Log.Latest();
        Assert.Equal(10, snapshot.Version);
        Assert.Equal(8, snapshot.Files.Count);
        var file2 = snapshot.Files.Single(file => file.Path.EndsWith("a b%2.parquet", StringComparison.Ordinal));
        Assert.Equal(("n 2", 10L, 1L), (file2.PartitionValues["name"], file2.Size, file2.Statistics!.RecordCount));
        Assert.Null(Assert.Single(snapshot.Tombstones).PartitionValues["name"]);
        Assert.Equal(("events", "interval 30 days", 3L), (snapshot.Metadata.Name, snapshot.Metadata.Configuration["delta.logRetentionDuration"], snapshot.Transactions["job"]));
        Assert.Equal(before.Metadata.Id, snapshot.Metadata.Id);
        var hint = JsonDocument.Parse(File.ReadAllText(table.LogFile("_last_checkpoint"))).RootElement;
        Assert.Equal((10, 8), (hint.GetProperty("version").GetInt32(), hint.GetProperty("numOfAddFiles").GetInt32()));
    }

    [Fact]
    public void Commit_AfterMarkingRows_WritesCheckpointWithTheirVectors()
    {
        using var table = VectorTable.Create(1000, new CheckpointFiles());
        _ = table.Mark("A", 5);
        _ = table.Mark("A", [.. Enumerable.Range(0, 500).Select(row => row * 2L)]);
        while (table.Log.Latest().Version < 10)
        {
            Assert.Null(table.Append(table.NewFile()).CheckpointFailure);
        }

        var before = table.Log.Latest();
        Enumerable.Range(0, 10).ToList().ForEach(version => File.Delete(table.CommitPath(version)));

        var snapshot = table.Log.Latest();
        Assert.True(File.Exists(table.LogFile("00000000000000000010.checkpoint.parquet")));
        Assert.Equal(before.File("A").DeletionVector, snapshot.File("A").DeletionVector);
        Assert.Equal(501, table.Log.DeletedRows(snapshot.File("A")).Count);
        Assert.Equal(499, snapshot.File("A").RowCount);
        Assert.Equal(before.Tombstones.Select(file => file.DeletionVector).ToHashSet(), snapshot.Tombstones.Select(file => file.DeletionVector).ToHashSet());
        Assert.Equal(2, snapshot.Tombstones.Count);
        Assert.True(snapshot.DeletionVectorsEnabled);
        Assert.Equal(["deletionVectors"], snapshot.Protocol.ReaderFeatures);
    }
}
