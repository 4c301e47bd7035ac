namespace SparkAnalytics.Delta.Tests;

public sealed class PartitionTests
{
    [Theory]
    [InlineData("timestamp", "2024-01-01 10:00:00", "2024-01-01T10:00:00.000000Z")]
    [InlineData("decimal(10,2)", "1.5", "1.50")]
    [InlineData("decimal(38,0)", "12345678901234567890123456789012345678", "12345678901234567890123456789012345678")]
    [InlineData("double", "0.0", "-0.0")]
    [InlineData("string", "", null)]
    [InlineData("string", "10", "10")]
    public void FilesInPartitionsOf_AFileWithTheSameValueWrittenOtherwise_FindsIt(string type, string? text, string? other)
    {
        using var table = Table(type, text);
        var snapshot = table.Log.Latest();

        Assert.Single(snapshot.FilesInPartitionsOf([File(table, other)]));
    }

    [Theory]
    [InlineData("timestamp", "2024-01-01 10:00:00", "2024-01-01 10:00:00.000001")]
    [InlineData("decimal(38,0)", "12345678901234567890123456789012345678", "12345678901234567890123456789012345679")]
    [InlineData("string", "1.0", "1.00")]
    [InlineData("string", "null", null)]
    [InlineData("string", "", "x")]
    public void FilesInPartitionsOf_AFileWithAnotherValue_FindsNone(string type, string? text, string? other)
    {
        using var table = Table(type, text);
        var snapshot = table.Log.Latest();

        Assert.Empty(snapshot.FilesInPartitionsOf([File(table, other)]));
    }

    private static TableFolder Table(string type, string? value)
    {
        var table = new TableFolder();
        var schema = $$$"""{"type":"struct","fields":[{"name":"id","type":"long","nullable":true,"metadata":{}},{"name":"p","type":"{{{type}}}","nullable":true,"metadata":{}}]}""";
        _ = table.Log.BeginCreate(new TableMetadata(DeltaSchema.Parse(schema)) { PartitionColumns = ["p"] }).Add(File(table, value)).Commit();
        return table;
    }

    private static AddFile File(TableFolder table, string? value) => table.NewFile() with { PartitionValues = new Dictionary<string, string?> { ["p"] = value } };
}
