namespace SparkAnalytics.Delta.Tests;

public sealed class RefusalTests
{
    private const string Metadata =
        """{"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[FIELDS]}","partitionColumns":[],"configuration":{CONFIGURATION}}}""";

    [Theory]
    [InlineData("""{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["columnMapping","catalogManaged","newThing"],"writerFeatures":["catalogManaged"]}""", "catalogManaged,newThing")]
    [InlineData("""{"minReaderVersion":4,"minWriterVersion":7}""", "reader version 4")]
    public void Latest_WhenReaderFeatureIsUnknown_NamesIt(string protocol, string expected)
    {
        using var table = Table(protocol);

        var refusal = Assert.Throws<UnsupportedTableFeatureException>(table.Log.Latest);

        Assert.Equal(expected, string.Join(',', refusal.Features));
        Assert.Contains(refusal.Features[0], refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":3}""", "checkConstraints")]
    [InlineData("""{"minReaderVersion":2,"minWriterVersion":5}""", "checkConstraints,changeDataFeed,generatedColumns,columnMapping")]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["appendOnly","rowTracking"]}""", "rowTracking")]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":8}""", "writer version 8")]
    public void Begin_WhenWriterFeatureIsUnknown_NamesIt(string protocol, string expected)
    {
        using var table = Table(protocol);
        var snapshot = table.Log.Latest();

        Assert.Equal(expected, string.Join(',', Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.Begin(snapshot)).Features));
    }

    [Theory]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":2}""")]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["appendOnly","invariants"]}""")]
    [InlineData("""{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]}""")]
    public void Begin_WhenFeaturesAreHonoured_Commits(string protocol)
    {
        using var table = Table(protocol);

        Assert.Equal(1, table.Append(table.NewFile()).Version);
    }

    [Theory]
    [InlineData("""{\"name\":\"a\",\"type\":\"long\",\"nullable\":true,\"metadata\":{\"delta.invariants\":\"x\"}}""")]
    [InlineData("""{\"name\":\"a\",\"type\":\"long\",\"nullable\":false,\"metadata\":{}}""")]
    public void Begin_WhenColumnHasInvariant_IsRefused(string field)
    {
        using var table = Table("""{"minReaderVersion":1,"minWriterVersion":2}""", field);
        var snapshot = table.Log.Latest();

        Assert.Equal("invariants", Assert.Single(Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.Begin(snapshot)).Features));
    }

    [Theory]
    [InlineData("delta.enableChangeDataFeed", "true", "changeDataFeed")]
    [InlineData("delta.columnMapping.mode", "name", "columnMapping")]
    [InlineData("delta.enableDeletionVectors", "yes", "deletionVectors")]
    [InlineData("delta.constraints.positive", "id > 0", "checkConstraints")]
    public void SetMetadata_WithPropertyThatIsNotHonoured_NamesTheFeature(string property, string value, string expected)
    {
        using var table = new TableFolder();
        _ = table.Create();
        var transaction = table.Log.Begin(table.Log.Latest());
        var metadata = new TableMetadata(TableFolder.Schema) { Configuration = new Dictionary<string, string> { [property] = value } };

        Assert.Equal(expected, Assert.Single(Assert.Throws<UnsupportedTableFeatureException>(() => transaction.SetMetadata(metadata)).Features));
    }

    [Fact]
    public void Commit_WhenTableIsAppendOnly_RefusesRemovalButNotCompaction()
    {
        using var table = Table("""{"minReaderVersion":1,"minWriterVersion":2}""", configuration: "\"delta.appendOnly\":\"true\"");
        _ = table.Append(table.NewFile());
        var snapshot = table.Log.Latest();

        var refusal = Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.Begin(snapshot).Remove(snapshot.Files).Commit());

        Assert.Equal("appendOnly", Assert.Single(refusal.Features));
        Assert.Equal(2, table.Log.Begin(snapshot).Remove(snapshot.Files).Add(table.NewFile()).WithoutDataChange().Commit().Version);
    }

    [Fact]
    public void BeginCreate_WithTimestampNtz_NamesTheFeature()
    {
        using var table = new TableFolder();
        var schema = new DeltaSchema([new DeltaField("a", new DeltaArrayType(new DeltaPrimitiveType("timestamp_ntz")))]);

        Assert.Equal("timestampNtz", Assert.Single(Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.BeginCreate(new TableMetadata(schema))).Features));
    }

    [Theory]
    [InlineData("id", "ID", "more than once")]
    [InlineData("id", "a b", "'a b'")]
    public void BeginCreate_WithUnusableColumnNames_NamesThem(string first, string second, string expected)
    {
        using var table = new TableFolder();
        var schema = new DeltaSchema([new DeltaField(first, new DeltaPrimitiveType("long")), new DeltaField(second, new DeltaPrimitiveType("long"))]);

        Assert.Contains(expected, Assert.Throws<ArgumentException>(() => table.Log.BeginCreate(new TableMetadata(schema))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Commit_WithFilesThatDoNotFit_NamesThem()
    {
        using var table = new TableFolder();
        _ = table.Create();
        var file = table.NewFile("A");
        _ = table.Append(file);
        var snapshot = table.Log.Latest();

        Assert.Contains("twice", Refusal(transaction => transaction.Add(file, file)), StringComparison.Ordinal);
        Assert.Contains("already", Refusal(transaction => transaction.Add(file)), StringComparison.Ordinal);
        Assert.Contains("not in version 1", Refusal(transaction => transaction.Remove(table.NewFile("B"))), StringComparison.Ordinal);
        Assert.Contains("partition", Refusal(transaction => transaction.Add(table.NewFile("C") with { PartitionValues = new Dictionary<string, string?> { ["p"] = "1" } })), StringComparison.Ordinal);
        Assert.Equal(1, table.Log.Latest().Version);

        string Refusal(Func<Transaction, Transaction> prepare) => Assert.Throws<ArgumentException>(() => prepare(table.Log.Begin(snapshot)).Commit()).Message;
    }

    [Fact]
    public void Latest_WhereNoTableIs_SaysSo()
    {
        using var table = new TableFolder();

        Assert.False(table.Log.Exists);
        Assert.Contains(table.Path, Assert.Throws<TableNotFoundException>(table.Log.Latest).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Latest_WhenCommitIsDamaged_NamesTheFile()
    {
        using var table = new TableFolder();
        _ = table.Create();
        table.WriteCommit(1, "{\"add\":");

        Assert.Contains("00000000000000000001.json", Assert.Throws<CorruptTableException>(table.Log.Latest).Message, StringComparison.Ordinal);
    }

    private static TableFolder Table(string protocol, string fields = "", string configuration = "")
    {
        var table = new TableFolder();
        table.WriteCommit(
            0,
            $$"""{"protocol":{{protocol}}}""",
            Metadata.Replace("FIELDS", fields, StringComparison.Ordinal).Replace("CONFIGURATION", configuration, StringComparison.Ordinal),
            """{"unknownAction":{"x":1}}""");
        return table;
    }
}
