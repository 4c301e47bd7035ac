using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>How late events came, and what they altered.</summary>
internal static class Lateness
{
    private const double MicrosecondsOfASecond = 1_000_000d;

    /// <summary>Measures it.</summary>
    /// <param name="added">The added events.</param>
    /// <param name="watermark">The watermark of the run before, or null.</param>
    /// <param name="changed">What the run changed.</param>
    /// <param name="restated">What of it is a restatement.</param>
    public static LatenessReport Of(AddedEvents added, DateTimeOffset? watermark, ChangedTables changed, Restatements restated)
    {
        var newest = Lit(new Timestamp((watermark ?? DateTimeOffset.UnixEpoch).UtcDateTime));
        var late = added.Events.Filter(Col("event_ts") < newest)
            .Select((Call_UDF("unix_micros", newest) - Call_UDF("unix_micros", Col("event_ts"))).As("micros"))
            .Agg(Count(Lit(1)).As("events"), Call_UDF("percentile", Col("micros"), Lit(0.5d)).As("median"), Max("micros").Cast("double").As("most")).First();

        var pieces = changed.Scope.Pieces.As("piece").Join(changed.Scope.LateUsers.As("late"), Col("piece.user_id") == Col("late.user_id"), "left_outer");
        var isLate = Col("late.user_id").IsNotNull();
        var gained = (Col("stored_sessions") > 0) & (Col("added_events") > 0);
        var sessions = pieces.Agg(
            Count(When(gained & !isLate, 1)).As("continued"),
            Count(When(gained & isLate, 1)).As("extended"),
            Coalesce(Sum(When(Col("stored_sessions") > 1, Col("stored_sessions") - 1L)), Lit(0L)).As("merged"),
            Count(When((Col("added_events") == 0L) & (Col("stored_seq") != Col("piece.session_seq")), 1)).As("renumbered")).First();

        return new LatenessReport
        {
            Events = added.Count,
            LateEvents = late.GetAs<long>("events"),
            MedianSecondsLate = late.Get("median") is double median ? median / MicrosecondsOfASecond : null,
            MostSecondsLate = late.Get("most") is double most ? most / MicrosecondsOfASecond : null,
            SessionsContinued = sessions.GetAs<long>("continued"),
            SessionsExtended = sessions.GetAs<long>("extended"),
            SessionsMerged = sessions.GetAs<long>("merged"),
            SessionsRenumbered = sessions.GetAs<long>("renumbered"),
            OrdersChanged = changed[FctOrders.Table].Difference.CountOf(Difference.Updated),
            OrdersReattributed = restated.Credits.Select("order_id").Distinct().Count(),
            RevenueMoved = Moved(restated.Credits),
        };
    }

    private static ImmutableArray<MovedRevenue> Moved(DataFrame credits)
    {
        var lost = credits.Filter(Col("change") != Difference.Inserted)
            .Select(Col("model"), Col(Difference.Stored + "channel").As("channel"), (-Col(Difference.Stored + "attributed_revenue")).Cast("decimal(18,2)").As("revenue"));
        var won = credits.Filter(Col("change") != Difference.Deleted).Select("model", "channel", "attributed_revenue").WithColumnRenamed("attributed_revenue", "revenue");
        return
        [
            .. lost.Union(won).GroupBy("model", "channel").Agg(Sum("revenue").Cast("decimal(28,2)").As("revenue"))
                .Filter(Col("revenue") != 0).OrderBy(Col("model").Asc(), Col("revenue").Desc(), Col("channel").Asc()).Collect()
                .Select(row => new MovedRevenue(row.GetAs<string>("model"), row.GetAs<string>("channel"), row.GetAs<decimal>("revenue"))),
        ];
    }
}
