namespace SparkAnalytics.Delta.Tests;

public sealed class EnableDeletionVectorsTests
{
    private const string Metadata =
        """{"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[]}","partitionColumns":[],"configuration":{CONFIGURATION}}}""";

    private const string Enabled = "\"delta.enableDeletionVectors\":\"true\"";

    [Theory]
    [InlineData(
        """{"minReaderVersion":1,"minWriterVersion":2}""",
        """{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["appendOnly","invariants","deletionVectors"]}""")]
    [InlineData(
        """{"minReaderVersion":1,"minWriterVersion":1}""",
        """{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]}""")]
    [InlineData(
        """{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["invariants"]}""",
        """{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["invariants","deletionVectors"]}""")]
    public void EnableDeletionVectors_RaisesTheProtocolAndKeepsItsFeatures(string before, string after)
    {
        using var table = Table(before, "\"delta.appendOnly\":\"false\"");
        Assert.False(table.Log.Latest().DeletionVectorsEnabled);

        _ = table.Log.Begin(table.Log.Latest()).EnableDeletionVectors().Commit();

        Assert.Equal(after, table.Action(1, "protocol").GetRawText());
        Assert.Equal("""{"delta.appendOnly":"false","delta.enableDeletionVectors":"true"}""", table.Action(1, "metaData").GetProperty("configuration").GetRawText());
        Assert.True(table.Log.Latest().DeletionVectorsEnabled);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData(Enabled, 1)]
    public void EnableDeletionVectors_WhenTheProtocolHasThem_SetsThePropertyWhereItIsMissing(string configuration, int actions)
    {
        using var table = Table("""{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]}""", configuration);

        _ = table.Log.Begin(table.Log.Latest()).EnableDeletionVectors().Commit();

        Assert.Equal(actions, File.ReadLines(table.CommitPath(1)).Count());
        Assert.DoesNotContain("protocol", File.ReadAllText(table.CommitPath(1)), StringComparison.Ordinal);
        Assert.True(table.Log.Latest().DeletionVectorsEnabled);
    }

    [Fact]
    public void SetMetadata_WithTheProperty_BringsTheFeature()
    {
        using var table = new TableFolder();
        var metadata = new TableMetadata(TableFolder.Schema) { Configuration = new Dictionary<string, string> { [TableProperties.DeletionVectors] = "TRUE" } };

        _ = table.Log.BeginCreate(metadata).Commit();

        Assert.Equal(
            """{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["appendOnly","invariants","deletionVectors"]}""",
            table.Action(0, "protocol").GetRawText());
    }

    [Fact]
    public void Begin_WhenTheProtocolForgotTheFeature_IsRefused()
    {
        using var table = Table("""{"minReaderVersion":1,"minWriterVersion":2}""", Enabled);

        Assert.Equal(["deletionVectors"], Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.Begin(table.Log.Latest())).Features);
    }

    [Fact]
    public void MarkDeleted_WhenVectorsAreNotEnabled_IsRefused()
    {
        using var table = new TableFolder();
        _ = table.Create();
        _ = table.Append(table.NewFile("A"));
        var snapshot = table.Log.Latest();

        Assert.Equal(["deletionVectors"], Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.Begin(snapshot).MarkDeleted(snapshot.File("A"), [0])).Features);
        var marked = snapshot.File("A") with { DeletionVector = new DeletionVectorDescriptor("i", "0", null, 4, 1) };
        var refusal = Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.Begin(snapshot).Remove(snapshot.Files).Add(marked).Commit());
        Assert.Contains("does not have the feature deletionVectors", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Commit_EnablingAndMarkingAtOnce_DoesBoth()
    {
        using var table = new TableFolder();
        _ = table.Create();
        _ = table.Append(table.NewFile("A", statistics: VectorTable.Statistics(5)));
        var snapshot = table.Log.Latest();
        var transaction = table.Log.Begin(snapshot).EnableDeletionVectors();
        _ = transaction.MarkDeleted(snapshot.File("A"), [2]);

        _ = transaction.Commit();

        Assert.Equal([2], table.Log.DeletedRows(Assert.Single(table.Log.Latest().Files)));
    }

    [Theory]
    [InlineData(true, ConflictKind.ProtocolChanged)]
    [InlineData(false, null)]
    public void Commit_WhenAnotherRaisedTheProtocolFirst_ConflictsWhereItDoesSoToo(bool enables, ConflictKind? expected)
    {
        using var table = new TableFolder();
        _ = table.Create();
        var transaction = table.Log.Begin(table.Log.Latest()).ReadsNothing();
        transaction = enables ? transaction.EnableDeletionVectors() : transaction.Add(table.NewFile());
        table.WriteCommit(1, """{"protocol":{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["appendOnly"]}}""");

        Assert.Equal(expected, (Record.Exception(() => transaction.Commit()) as ConcurrentModificationException)?.Kind);
    }

    private static TableFolder Table(string protocol, string configuration)
    {
        var table = new TableFolder();
        table.WriteCommit(0, $$"""{"protocol":{{protocol}}}""", Metadata.Replace("CONFIGURATION", configuration, StringComparison.Ordinal));
        return table;
    }
}
