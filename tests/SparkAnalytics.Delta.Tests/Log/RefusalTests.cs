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
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":4}""", "changeDataFeed", "\"delta.enableChangeDataFeed\":\"true\"")]
    [InlineData("""{"minReaderVersion":2,"minWriterVersion":5}""", "columnMapping", "\"delta.columnMapping.mode\":\"name\"")]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["appendOnly","rowTracking"]}""", "rowTracking", "")]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":8}""", "writer version 8", "")]
    public void Begin_WhenWriterFeatureIsUnknown_NamesIt(string protocol, string expected, string configuration)
    {
        using var table = Table(protocol, configuration: configuration);
        var snapshot = table.Log.Latest();

        Assert.Equal(expected, string.Join(',', Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.Begin(snapshot)).Features));
    }

    [Theory]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":2}""")]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":3}""")]
    [InlineData("""{"minReaderVersion":2,"minWriterVersion":6}""")]
    [InlineData("""{"minReaderVersion":1,"minWriterVersion":7,"writerFeatures":["appendOnly","invariants"]}""")]
    [InlineData("""{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["timestampNtz","v2Checkpoint","columnMapping"],"writerFeatures":["timestampNtz","v2Checkpoint","columnMapping","changeDataFeed","checkConstraints","generatedColumns","identityColumns"]}""")]
    [InlineData("""{"minReaderVersion":3,"minWriterVersion":7,"readerFeatures":["deletionVectors"],"writerFeatures":["deletionVectors"]}""")]
    public void Begin_WhenFeaturesAreHonoured_Commits(string protocol)
    {
        using var table = Table(protocol);

        Assert.Equal(1, table.Append(table.NewFile()).Version);
    }

    [Theory]
    [InlineData("""{\"name\":\"a\",\"type\":\"long\",\"nullable\":true,\"metadata\":{\"delta.invariants\":\"x\"}}""", "", "invariants")]
    [InlineData("""{\"name\":\"a\",\"type\":\"long\",\"nullable\":false,\"metadata\":{}}""", "", "invariants")]
    [InlineData("""{\"name\":\"a\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}}""", "\"delta.constraints.positive\":\"a > 0\"", "checkConstraints")]
    public void Begin_WhenRowsMustMeetConditions_IsForThoseWhoCheckThem(string field, string configuration, string expected)
    {
        using var table = Table("""{"minReaderVersion":1,"minWriterVersion":3}""", field, configuration);
        var snapshot = table.Log.Latest();

        Assert.Equal(expected, Assert.Single(Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.Begin(snapshot)).Features));
        Assert.Equal(1, table.Log.Begin(snapshot, rowsAreChecked: true).Add(table.NewFile()).Commit().Version);
    }

    [Theory]
    [InlineData("delta.generationExpression", "generatedColumns")]
    [InlineData("delta.identity.start", "identityColumns")]
    public void Begin_WhenAMemberIsMadeByTheWriter_NamesTheFeature(string property, string expected)
    {
        var field = """{\"name\":\"s\",\"type\":{\"type\":\"array\",\"containsNull\":true,\"elementType\":{\"type\":\"struct\",\"fields\":[{\"name\":\"a\",\"type\":\"long\",\"nullable\":true,\"metadata\":{\"PROPERTY\":1}}]}},\"nullable\":true,\"metadata\":{}}""";
        using var table = Table("""{"minReaderVersion":1,"minWriterVersion":6}""", field.Replace("PROPERTY", property, StringComparison.Ordinal));
        var snapshot = table.Log.Latest();

        Assert.Equal(expected, Assert.Single(Assert.Throws<UnsupportedTableFeatureException>(() => table.Log.Begin(snapshot)).Features));
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
    public void BeginCreate_WithTimestampNtzAndV2Checkpoints_BringsTheirFeatures()
    {
        using var table = new TableFolder();
        var schema = new DeltaSchema([new DeltaField("a", new DeltaArrayType(new DeltaPrimitiveType("timestamp_ntz")))]);
        _ = table.Log.BeginCreate(new TableMetadata(schema) { Configuration = new Dictionary<string, string> { ["delta.checkpointPolicy"] = "v2" } }).Commit();

        var protocol = table.Log.Latest().Protocol;

        Assert.Equal((3, 7), (protocol.MinReaderVersion, protocol.MinWriterVersion));
        Assert.Equal(["timestampNtz", "v2Checkpoint"], protocol.ReaderFeatures);
        Assert.Equal(["appendOnly", "invariants", "timestampNtz", "v2Checkpoint"], protocol.WriterFeatures);
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
