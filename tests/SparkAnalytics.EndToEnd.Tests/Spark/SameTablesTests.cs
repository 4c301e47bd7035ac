using SparkAnalytics.Pipeline.Tests.Support;

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
    [InlineData("jsonl", 100_000)]
    public void Tables_OfTheSample_AreTheSame(string format, int events)
    {
        _ = SparkProgram.Remote;
        var sample = _two.Folder.Of("sample");
        StartedProgram.Run("sample", "--events", $"{events}", "--seed", "11", "--output-format", format, "--output", sample).Succeeded();

        _two.Rebuild("2025-04-01T00:00:00Z", [sample], AllModels);

        Assert.All(_two.Compare(), table => Assert.NotEqual(0, table.Value));
    }

    [Fact]
    public void Tables_OfBorderCases_AreTheSame()
    {
        var folder = _two.Folder.Of("border");
        BorderCases.Write(folder, _two.Spark);

        _two.Rebuild("2025-03-05T00:00:00Z", [folder], AllModels);

        Assert.NotEqual(0, _two.Compare()["fct_session_events"]);
    }

    [Theory]
    [InlineData("click_ids=false")]
    [InlineData("click_ids=true", "bots=exclude", "order_time=earliest", "revenue_separators.thousands=,", AllModels)]
    public void Tables_OfTheSharedCases_AreTheSame(params string[] settings)
    {
        var cases = Shared("cases");

        _two.Rebuild("2026-06-01T00:00:00Z", Directory.EnumerateFiles(cases, "events.jsonl", SearchOption.AllDirectories).Order(StringComparer.Ordinal), settings);

        Assert.NotEqual(0, _two.Compare()["fct_order_attribution"]);
    }

    [Fact]
    public void Tables_OfAWeekOfRealEvents_AreTheSame()
    {
        var week = Shared("data");

        _two.Rebuild("2025-03-02T00:00:00Z", [Path.Combine(week, "*.csv")], AllModels);

        Assert.NotEqual(0, _two.Compare()["fct_order_attribution"]);
    }

    private static string Shared(string part)
    {
        var shared = SharedFolder.Find(part);
        Assert.SkipWhen(shared is null, $"The folder ../shared/{part} beside the project is absent.");
        return Path.Combine(shared!, part);
    }

    public void Dispose() => _two.Dispose();
}
