using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Reports;

/// <summary>The figures of a run report, taken from the tables that the run wrote.</summary>
internal static class Totals
{
    /// <summary>The figures; what writing a table told of it is not counted again.</summary>
    public static TotalsReport Of(IReadOnlyDictionary<TableDefinition, WrittenTable> tables, EffectiveSettings settings)
    {
        var (staged, sessions, users, orders) = (tables[StgEvents.Table], tables[FctSessions.Table], tables[DimUsers.Table], tables[FctOrders.Table]);
        var events = staged.Rows.Agg(
            CountWhere(Col("device_rule").IsIn([.. DeviceRule.Bots])).As("bots"),
            CountWhere(StagingProblems.IsMalformed(Col("event_data"))).As("malformed"),
            CountWhere(StagingProblems.HasUnreadableRevenue(Col("event_data"), Col("revenue"), settings.Analytics)).As("unreadable_revenue")).First();
        var setAside = tables[QuarantinedEvents.Table].Rows.Filter(Col("reason") == "bot").Count();
        var withUser = users.Rows.Agg(Coalesce(Sum("total_events"), Lit(0L)).As("events")).First().GetAs<long>("events");
        var withClickId = sessions.Rows.Agg(CountWhere(StagingProblems.HasClickId(Col("entry_page_url"), settings.Channels)).As("sessions")).First().GetAs<long>("sessions");
        var isConflict = (Col("revenue_min") != Col("revenue")) | (Col("user_count") > 1);
        var money = orders.Rows.Agg(
            Money(Sum("revenue")).As("revenue"),
            CountWhere(isConflict).As("conflicts"),
            Money(Sum(When(isConflict, Col("revenue") - Col("revenue_min")))).As("conflict_revenue")).First();
        var unattributed = orders.Rows
            .Join(tables[FctOrderAttribution.Table].Rows.Select("order_id").Distinct(), ["order_id"], "left_anti")
            .Agg(Count(Lit(1)).As("orders"), Money(Sum("revenue")).As("revenue")).First();

        return new TotalsReport
        {
            Events = staged.Report.Rows,
            EventsWithoutUser = staged.Report.Rows - withUser,
            MalformedEventData = events.GetAs<long>("malformed"),
            UnreadableRevenue = events.GetAs<long>("unreadable_revenue"),
            BotEvents = events.GetAs<long>("bots") + setAside,
            Users = users.Report.Rows,
            Sessions = sessions.Report.Rows,
            SessionEntriesWithClickId = withClickId,
            Orders = orders.Report.Rows,
            Revenue = money.GetAs<decimal>("revenue"),
            UnattributedOrders = unattributed.GetAs<long>("orders"),
            UnattributedRevenue = unattributed.GetAs<decimal>("revenue"),
            OrderConflicts = money.GetAs<long>("conflicts"),
            OrderConflictRevenue = money.GetAs<decimal>("conflict_revenue"),
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
