using SparkAnalytics.Pipeline.Tests.Support;

namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>The same files through both engines give the same rows of all tables, column by column.</summary>
public sealed class SameTablesTests : IDisposable
{
    private readonly TwoLakehouses _two = new();

    [Fact]
    public void Tables_OfBorderCases_AreTheSame()
    {
        var folder = _two.Folder.Of("border");
        BorderCases.Write(folder, _two.Spark);

        _two.Rebuild("2025-03-05T00:00:00Z", [folder], TwoLakehouses.AllModels);

        Assert.NotEqual(0, _two.Compare()["fct_session_events"]);
    }

    [Theory]
    [InlineData("click_ids=false")]
    [InlineData("click_ids=true", "bots=exclude", "order_time=earliest", "revenue_separators.thousands=,", TwoLakehouses.AllModels)]
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

        _two.Rebuild("2025-03-02T00:00:00Z", [Path.Combine(week, "*.csv")], TwoLakehouses.AllModels);

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
