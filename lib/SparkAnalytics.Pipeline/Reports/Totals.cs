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
    /// <param name="tables">The tables.</param>
    /// <param name="setAside">The rows of the quarantine, by reason.</param>
    /// <param name="settings">The settings.</param>
    public static TotalsReport Of(IReadOnlyDictionary<TableDefinition, WrittenTable> tables, IReadOnlyDictionary<string, long> setAside, EffectiveSettings settings)
    {
        var (staged, sessions, users, orders) = (tables[StgEvents.Table], tables[FctSessions.Table], tables[DimUsers.Table], tables[FctOrders.Table]);
        var isConflict = (Col("revenue_min") != Col("revenue")) | (Col("user_count") > 1);
        DataFrame[] figures =
        [
            staged.Rows.Agg(
                CountWhere(Col("device_rule").IsIn([.. DeviceRule.Bots])).As("bots"),
                CountWhere(StagingProblems.IsMalformed(Col("event_data"))).As("malformed"),
                CountWhere(StagingProblems.HasUnreadableRevenue(Col("event_data"), Col("revenue"), settings.Analytics)).As("unreadable_revenue")),
            users.Rows.Agg(Coalesce(Sum("total_events"), Lit(0L)).As("with_user")),
            sessions.Rows.Agg(CountWhere(StagingProblems.HasClickId(Col("entry_page_url"), settings.Channels)).As("with_click_id")),
            orders.Rows.Agg(
                Money(Sum("revenue")).As("revenue"),
                CountWhere(isConflict).As("conflicts"),
                Money(Sum(When(isConflict, Col("revenue") - Col("revenue_min")))).As("conflict_revenue")),
            orders.Rows
                .Join(tables[FctOrderAttribution.Table].Rows.Select("order_id").Distinct(), ["order_id"], "left_anti")
                .Agg(Count(Lit(1)).As("unattributed"), Money(Sum("revenue")).As("unattributed_revenue")),
        ];

        // One row each, asked for at once.
        var all = figures.Aggregate((left, right) => left.CrossJoin(right)).First();

        return new TotalsReport
        {
            Events = staged.Report.Rows,
            EventsWithoutUser = staged.Report.Rows - all.GetAs<long>("with_user"),
            MalformedEventData = all.GetAs<long>("malformed"),
            UnreadableRevenue = all.GetAs<long>("unreadable_revenue"),
            BotEvents = all.GetAs<long>("bots") + setAside.GetValueOrDefault("bot"),
            Users = users.Report.Rows,
            Sessions = sessions.Report.Rows,
            SessionEntriesWithClickId = all.GetAs<long>("with_click_id"),
            Orders = orders.Report.Rows,
            Revenue = all.GetAs<decimal>("revenue"),
            UnattributedOrders = all.GetAs<long>("unattributed"),
            UnattributedRevenue = all.GetAs<decimal>("unattributed_revenue"),
            OrderConflicts = all.GetAs<long>("conflicts"),
            OrderConflictRevenue = all.GetAs<decimal>("conflict_revenue"),
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
