namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>A sample through both engines gives the same rows of all tables, column by column, in each format of input.</summary>
public sealed class SameTablesOfSamplesTests : IDisposable
{
    private readonly TwoLakehouses _two = new();

    [Theory]
    [InlineData("parquet")]
    [InlineData("csv")]
    [InlineData("jsonl")]
    public void Tables_OfTheSample_AreTheSame(string format)
    {
        _ = SparkProgram.Remote;
        var sample = _two.Folder.Of("sample");
        StartedProgram.Run("sample", "--events", "100000", "--seed", "11", "--output-format", format, "--output", sample).Succeeded();

        _two.Rebuild("2025-04-01T00:00:00Z", [sample], TwoLakehouses.AllModels);

        Assert.All(_two.Compare(), table => Assert.NotEqual(0, table.Value));
    }

    public void Dispose() => _two.Dispose();
}
