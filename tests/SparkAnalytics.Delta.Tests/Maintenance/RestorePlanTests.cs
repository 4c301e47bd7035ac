namespace SparkAnalytics.Delta.Tests;

public sealed class RestorePlanTests
{
    [Fact]
    public void For_WhenTheSameFileHasOtherDeletedRows_ExchangesIt()
    {
        using var table = new TableFolder();
        _ = table.Create();
        _ = table.Append(table.NewFile("A"), table.NewFile("B"));
        table.WriteCommit(
            2,
            """{"remove":{"path":"A","dataChange":true}}""",
            """{"add":{"path":"A","partitionValues":{},"size":10,"modificationTime":0,"dataChange":true,"deletionVector":{"storageType":"p","pathOrInlineDv":"file:/vector.bin","offset":1,"sizeInBytes":44,"cardinality":6}}}""");

        var plan = RestorePlan.For(table.Log.Latest(), table.Log.At(1));

        var (restored, removed) = (Assert.Single(plan.Restored), Assert.Single(plan.Removed));
        Assert.Equal(("A", null, 6L), (Path.GetFileName(restored.Path), restored.DeletionVector, removed.DeletionVector?.Cardinality));
        Assert.Null(plan.Metadata);
    }

    [Fact]
    public void Commit_OfARestore_BringsMarkedRowsBackAndTakesThemAgain()
    {
        using var table = VectorTable.Create(10);
        _ = table.Mark("A", 4);

        Restore(1);
        Assert.Empty(table.Log.DeletedRows(Assert.Single(table.Log.Latest().Files)));
        Restore(2);
        Assert.Equal([4], table.Log.DeletedRows(Assert.Single(table.Log.Latest().Files)));

        void Restore(long version)
        {
            var newest = table.Log.Latest();
            var plan = RestorePlan.For(newest, table.Log.At(version));
            _ = table.Log.Begin(newest).Remove(plan.Removed).Add(plan.Restored).Commit();
        }
    }

    [Theory]
    [InlineData(false, false, true)]
    [InlineData(true, false, false)]
    [InlineData(false, true, false)]
    public void For_WhenMetadataDiffers_TakesTheEarlier(bool otherProperty, bool otherName, bool isEmpty)
    {
        using var table = new TableFolder();
        _ = table.Create();
        var metadata = table.Log.Latest().Metadata with
        {
            Configuration = otherProperty ? new Dictionary<string, string> { [TableProperties.CheckpointInterval] = "5" } : [],
            Name = otherName ? "orders" : null,
        };
        _ = table.Log.Begin(table.Log.Latest()).SetMetadata(metadata).Commit();

        var plan = RestorePlan.For(table.Log.Latest(), table.Log.At(0));

        Assert.Equal((isEmpty, isEmpty), (plan.IsEmpty, plan.Metadata is null));
    }

    [Fact]
    public void For_WhenTheEarlierVersionHasAFeatureThatIsNotWritten_IsRefused()
    {
        using var table = new TableFolder();
        table.WriteCommit(
            0,
            """{"protocol":{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["rowTracking"]}}""",
            """{"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":[],"configuration":{}}}""");
        table.WriteCommit(1, """{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}""");

        Assert.Equal(["rowTracking"], Assert.Throws<UnsupportedTableFeatureException>(() => RestorePlan.For(table.Log.Latest(), table.Log.At(0))).Features);
    }
}
