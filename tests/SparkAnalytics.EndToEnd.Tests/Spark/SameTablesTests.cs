namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>The same files through both engines give the same rows of all tables, column by column.</summary>
[Collection("Spark")]
public sealed class SameTablesTests : IDisposable
{
    private const string AllModels = "attribution_models=[first_click,last_click,linear,position_based,time_decay]";

    private readonly TwoLakehouses _two = new();

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
