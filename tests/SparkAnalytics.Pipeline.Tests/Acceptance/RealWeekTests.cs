using System.Globalization;
using System.Text.Json;
using SparkAnalytics.Models;

namespace SparkAnalytics.Pipeline.Tests.Acceptance;

/// <summary>A week of a real shop's events against figures that were calculated from the rules by another program.</summary>
public sealed class RealWeekTests : IDisposable
{
    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rebuild_OfAWeekOfRealEvents_GivesTheIndependentFigures()
    {
        var shared = SharedFolder.Find("data");
        Assert.SkipWhen(shared is null, "The folder ../shared/data beside the project is absent.");
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(shared!, "spec", "expected-first7.json")));
        var expected = json.RootElement;

        var report = _test.Rebuild(Path.Combine(shared!, "data", "*.csv"), new DateTimeOffset(2025, 3, 2, 0, 0, 0, TimeSpan.Zero));

        Assert.Equal(expected.GetProperty("rows_read").GetInt64(), report.Input.Rows);
        Assert.Equal(expected.GetProperty("exact_duplicates_dropped").GetInt64(), report.Input.Duplicates);
        Assert.Empty(report.Input.Quarantined);
        Assert.Empty(report.Input.UnknownColumns);
        Assert.Equal(0, report.Totals.MalformedEventData);
        Assert.Equal(0, report.Totals.UnreadableRevenue);
        Assert.Equal(expected.GetProperty("events_without_user").GetInt64(), report.Totals.EventsWithoutUser);
        Assert.Equal(expected.GetProperty("session_entries_with_click_id").GetInt64(), report.Totals.SessionEntriesWithClickId);
        Assert.Equal(Money(expected.GetProperty("orders").GetProperty("revenue")), report.Totals.Revenue);
        Assert.Equal(expected.GetProperty("order_conflicts").GetProperty("count").GetInt64(), report.Totals.OrderConflicts);
        Assert.Equal(8396.00m - 4068.00m, report.Totals.OrderConflictRevenue);
        Assert.Equal(expected.GetProperty("unattributed").GetProperty("orders").GetInt64(), report.Totals.UnattributedOrders);
        Assert.Equal(Money(expected.GetProperty("unattributed").GetProperty("revenue")), report.Totals.UnattributedRevenue);
        Assert.All(ModelSteps.Tables.Select(table => table.Name), table => Assert.Equal(
            expected.GetProperty("rows").GetProperty(table).GetInt64(),
            report.Tables.Single(written => written.Name == table).Rows));

        AssertCounts(expected.GetProperty("event_names"), "select event_name, count(*) from stg_events group by 1");
        AssertCounts(expected.GetProperty("event_channels"), "select channel, count(*) from stg_events group by 1");
        AssertCounts(expected.GetProperty("session_channels"), "select entry_channel, count(*) from fct_sessions group by 1");
        AssertCounts(expected.GetProperty("session_devices"), "select device_type, count(*) from fct_sessions group by 1");
        AssertCounts(expected.GetProperty("touch_channels"), "select channel, count(*) from fct_marketing_touches group by 1");
        AssertCounts(expected.GetProperty("orders").GetProperty("channels"), "select order_channel, count(*) from fct_orders group by 1");
        AssertCounts(Without(expected.GetProperty("users"), "total_revenue"), """
            select 'session_count', sum(session_count)::bigint from dim_users union all select 'total_events', sum(total_events)::bigint from dim_users
            union all select 'pageviews', sum(pageviews)::bigint from dim_users union all select 'adds_to_cart', sum(adds_to_cart)::bigint from dim_users
            union all select 'checkouts_started', sum(checkouts_started)::bigint from dim_users union all select 'purchases', sum(purchases)::bigint from dim_users
            """);
        Assert.Equal(Money(expected.GetProperty("users").GetProperty("total_revenue")), _test.Query("select sum(total_revenue) from dim_users").Single().GetAs<decimal>(0));

        foreach (var model in expected.GetProperty("attribution").EnumerateObject())
        {
            foreach (var channel in model.Value.GetProperty("by_channel").EnumerateObject())
            {
                var credited = report.Channels.Single(row => row.Model == model.Name && row.Channel == channel.Name);
                Assert.Equal(Money(channel.Value.GetProperty("credit")), credited.Orders);
                Assert.Equal(Money(channel.Value.GetProperty("attributed_revenue")), credited.Revenue);
            }
        }
    }

    private static Dictionary<string, long> Without(JsonElement figures, string name) =>
        figures.EnumerateObject().Where(figure => figure.Name != name).ToDictionary(figure => figure.Name, figure => figure.Value.GetInt64());

    private static decimal Money(JsonElement text) => decimal.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private void AssertCounts(JsonElement expected, string sql) => AssertCounts(Without(expected, string.Empty), sql);

    private void AssertCounts(Dictionary<string, long> expected, string sql) =>
        Assert.Equal(
            expected.OrderBy(pair => pair.Key, StringComparer.Ordinal),
            _test.Query(sql).ToDictionary(row => row.GetAs<string>(0), row => Convert.ToInt64(row[1], CultureInfo.InvariantCulture)).OrderBy(pair => pair.Key, StringComparer.Ordinal));
}
