using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
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
        var all = Together(
        [
            OfEvents(staged.Rows, settings),
            users.Rows.Agg(Coalesce(Sum("total_events"), Lit(0L)).As("with_user")),
            sessions.Rows.Agg(ClickIds(settings).As("with_click_id")),
            .. OfOrders(orders.Rows, tables[FctOrderAttribution.Table].Rows),
        ]);

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

    /// <summary>The figures after an increment: those of events and sessions are added up, so that nothing of the history is read; those of orders are taken from the orders, which are few.</summary>
    /// <param name="before">The figures before it.</param>
    /// <param name="added">The added events.</param>
    /// <param name="sessions">Sessions that changed, as they are.</param>
    /// <param name="sessionsBefore">Sessions that changed, as they were.</param>
    /// <param name="tables">The tables.</param>
    /// <param name="setAside">The rows of the quarantine that are new or have another reason, by reason.</param>
    /// <param name="settings">The settings.</param>
    public static TotalsReport After(
        TotalsReport before,
        DataFrame added,
        DataFrame sessions,
        DataFrame sessionsBefore,
        IReadOnlyDictionary<TableDefinition, WrittenTable> tables,
        IReadOnlyDictionary<string, long> setAside,
        EffectiveSettings settings)
    {
        var all = Together(
        [
            OfEvents(added, settings),
            added.Agg(CountWhere(Col("user_id").IsNull()).As("without_user")),
            sessions.Agg(ClickIds(settings).As("with_click_id")),
            sessionsBefore.Agg(ClickIds(settings).As("with_click_id_before")),
            .. OfOrders(tables[FctOrders.Table].Rows, tables[FctOrderAttribution.Table].Rows),
        ]);

        return before with
        {
            Events = tables[StgEvents.Table].Report.Rows,
            EventsWithoutUser = before.EventsWithoutUser + all.GetAs<long>("without_user"),
            MalformedEventData = before.MalformedEventData + all.GetAs<long>("malformed"),
            UnreadableRevenue = before.UnreadableRevenue + all.GetAs<long>("unreadable_revenue"),
            BotEvents = before.BotEvents + all.GetAs<long>("bots") + setAside.GetValueOrDefault("bot"),
            Users = tables[DimUsers.Table].Report.Rows,
            Sessions = tables[FctSessions.Table].Report.Rows,
            SessionEntriesWithClickId = before.SessionEntriesWithClickId + all.GetAs<long>("with_click_id") - all.GetAs<long>("with_click_id_before"),
            Orders = tables[FctOrders.Table].Report.Rows,
            Revenue = all.GetAs<decimal>("revenue"),
            UnattributedOrders = all.GetAs<long>("unattributed"),
            UnattributedRevenue = all.GetAs<decimal>("unattributed_revenue"),
            OrderConflicts = all.GetAs<long>("conflicts"),
            OrderConflictRevenue = all.GetAs<decimal>("conflict_revenue"),
        };
    }

    /// <summary>The newest event that is not after the clock: what is before it and comes later is late.</summary>
    public static DateTimeOffset? Watermark(DataFrame events, DateTimeOffset clock) =>
        events.Filter(Col("event_ts") <= Lit(new Timestamp(clock.UtcDateTime))).Agg(Max("event_ts").As("newest")).First().Get("newest") is Timestamp newest ? newest.ToDateTime() : null;

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

    private static DataFrame OfEvents(DataFrame events, EffectiveSettings settings) => events.Agg(
        CountWhere(Col("device_rule").IsIn([.. DeviceRule.Bots])).As("bots"),
        CountWhere(StagingProblems.IsMalformed(Col("event_data"))).As("malformed"),
        CountWhere(StagingProblems.HasUnreadableRevenue(Col("event_data"), Col("revenue"), settings.Analytics)).As("unreadable_revenue"));

    private static DataFrame[] OfOrders(DataFrame orders, DataFrame attribution)
    {
        var isConflict = (Col("revenue_min") != Col("revenue")) | (Col("user_count") > 1);
        return
        [
            orders.Agg(
                Money(Sum("revenue")).As("revenue"),
                CountWhere(isConflict).As("conflicts"),
                Money(Sum(When(isConflict, Col("revenue") - Col("revenue_min")))).As("conflict_revenue")),
            orders
                .Join(attribution.Select("order_id").Distinct(), ["order_id"], "left_anti")
                .Agg(Count(Lit(1)).As("unattributed"), Money(Sum("revenue")).As("unattributed_revenue")),
        ];
    }

    private static Column ClickIds(EffectiveSettings settings) => CountWhere(StagingProblems.HasClickId(Col("entry_page_url"), settings.Channels));

    /// <summary>One row each, asked for at once.</summary>
    private static Row Together(DataFrame[] figures) => figures.Aggregate((left, right) => left.CrossJoin(right)).First();

    private static Column CountWhere(Column condition) => Count(When(condition, 1));

    private static Column Money(Column sum) => Coalesce(sum, Lit(0)).Cast("decimal(28,2)");
}
