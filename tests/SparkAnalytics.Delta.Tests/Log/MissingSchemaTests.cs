namespace SparkAnalytics.Delta.Tests;

/// <summary>Tables that were made before their columns were known.</summary>
public sealed class MissingSchemaTests
{
    private const string Protocol = """{"protocol":{"minReaderVersion":1,"minWriterVersion":2}}""";
    private const string WithoutSchema = """{"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"partitionColumns":[],"configuration":{}}}""";
    private const string WithSchema =
        """{"metaData":{"id":"1","format":{"provider":"parquet","options":{}},"schemaString":"{\"type\":\"struct\",\"fields\":[{\"name\":\"a\",\"type\":\"long\",\"nullable\":true,\"metadata\":{}}]}","partitionColumns":[],"configuration":{}}}""";

    [Fact]
    public void Latest_WhenOnlyALaterCommitHasASchema_HasItsColumns()
    {
        using var table = Table();

        Assert.Equal("a", Assert.Single(table.Log.Latest().Metadata.Schema.Fields).Name);
        Assert.Equal(2, table.Append(table.NewFile()).Version);
        Assert.Equal([2, 1, 0], table.Log.History().Select(entry => entry.Version));
    }

    [Fact]
    public void At_OfAVersionWithoutASchema_SaysThatItHasNone()
    {
        using var table = Table();

        var refusal = Assert.Throws<CorruptTableException>(() => table.Log.At(0));

        Assert.Equal($"Version 0 of '{table.Log.TableRoot}' has no schema: its metaData lacks schemaString, as some writers leave it until the first rows come. Read a later version, or write rows first.", refusal.Message);
    }

    private static TableFolder Table()
    {
        var table = new TableFolder();
        table.WriteCommit(0, Protocol, WithoutSchema);
        table.WriteCommit(1, WithSchema);
        return table;
    }
}
