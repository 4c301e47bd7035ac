using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Reports;

/// <summary>The figures of a run report, taken from the tables that the run wrote.</summary>
internal static class Totals
{
    public static TotalsReport Of(ModelTables tables, AnalyticsSettings settings, ChannelSettings channels)
    {
        var events = tables.StgEvents.Agg(
            Count(Lit(1)).As("events"),
            CountWhere(Col("user_id").IsNull()).As("without_user"),
            CountWhere(StagingProblems.IsMalformed(Col("event_data"))).As("malformed"),
            CountWhere(StagingProblems.HasUnreadableRevenue(Col("event_data"), Col("revenue"), settings)).As("unreadable_revenue")).First();
        var sessions = tables.FctSessions.Agg(
            Count(Lit(1)).As("sessions"),
            CountDistinct("user_id").As("users"),
            CountWhere(StagingProblems.HasClickId(Col("entry_page_url"), channels)).As("with_click_id")).First();
        var isConflict = (Col("revenue_min") != Col("revenue")) | (Col("user_count") > 1);
        var orders = tables.FctOrders.Agg(
            Count(Lit(1)).As("orders"),
            Money(Sum("revenue")).As("revenue"),
            CountWhere(isConflict).As("conflicts"),
            Money(Sum(When(isConflict, Col("revenue") - Col("revenue_min")))).As("conflict_revenue")).First();
        var unattributed = tables.FctOrders
            .Join(tables.FctOrderAttribution.Select("order_id").Distinct(), ["order_id"], "left_anti")
            .Agg(Count(Lit(1)).As("orders"), Money(Sum("revenue")).As("revenue")).First();

        return new TotalsReport
        {
            Events = events.GetAs<long>("events"),
            EventsWithoutUser = events.GetAs<long>("without_user"),
            MalformedEventData = events.GetAs<long>("malformed"),
            UnreadableRevenue = events.GetAs<long>("unreadable_revenue"),
            Users = sessions.GetAs<long>("users"),
            Sessions = sessions.GetAs<long>("sessions"),
            SessionEntriesWithClickId = sessions.GetAs<long>("with_click_id"),
            Orders = orders.GetAs<long>("orders"),
            Revenue = orders.GetAs<decimal>("revenue"),
            UnattributedOrders = unattributed.GetAs<long>("orders"),
            UnattributedRevenue = unattributed.GetAs<decimal>("revenue"),
            OrderConflicts = orders.GetAs<long>("conflicts"),
            OrderConflictRevenue = orders.GetAs<decimal>("conflict_revenue"),
        };
    }

    public static ImmutableArray<ChannelReport> ByChannel(DataFrame attribution) =>
    [
        .. attribution
            .GroupBy("model", "channel")
            .Agg(Sum("credit").As("orders"), Money(Sum("attributed_revenue")).As("revenue"))
            .OrderBy(Col("model").Asc(), Col("revenue").Desc(), Col("channel").Asc())
            .Collect()
            .Select(row => new ChannelReport(row.GetAs<string>("model"), row.GetAs<string>("channel"), row.GetAs<decimal>("orders"), row.GetAs<decimal>("revenue"))),
    ];

    public static ImmutableSortedDictionary<string, long> ByReason(DataFrame quarantined) =>
        quarantined.GroupBy("reason").Count().Collect()
            .ToImmutableSortedDictionary(row => row.GetAs<string>("reason"), row => row.GetAs<long>("count"), StringComparer.Ordinal);

    private static Column CountWhere(Column condition) => Count(When(condition, 1));

    private static Column Money(Column sum) => Coalesce(sum, Lit(0)).Cast("decimal(28,2)");
}
