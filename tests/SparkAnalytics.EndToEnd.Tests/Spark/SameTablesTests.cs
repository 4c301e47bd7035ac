namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>The same files through both engines give the same rows of all tables, column by column.</summary>
[Collection("Spark")]
public sealed class SameTablesTests : IDisposable
{
    private const string AllModels = "attribution_models=[first_click,last_click,linear,position_based,time_decay]";

    private readonly TwoLakehouses _two = new();

    [Theory]
    [InlineData("parquet", 100_000)]
    [InlineData("csv", 100_000)]
    public void Tables_OfTheSample_AreTheSame(string format, int events)
    {
        _ = SparkProgram.Remote;
        var sample = _two.Folder.Of("sample");
        StartedProgram.Run("sample", "--events", $"{events}", "--seed", "11", "--output-format", format, "--output", sample).Succeeded();

        _two.Rebuild("2025-04-01T00:00:00Z", [sample], AllModels);

        Assert.All(_two.Compare(), table => Assert.NotEqual(0, table.Value));
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("parquet")]
    public void Tables_OfBorderCases_AreTheSame(string format)
    {
        var folder = _two.Folder.Of(format);
        BorderCases.Write(folder, format, _two.Spark);

        _two.Rebuild("2025-03-05T00:00:00Z", [folder], AllModels);

        Assert.NotEqual(0, _two.Compare()["fct_session_events"]);
    }

    public void Dispose() => _two.Dispose();
}
