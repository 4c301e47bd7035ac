using SparkAnalytics.Sql.Tests.Support;
using static SparkAnalytics.Sql.Functions;
using Window = SparkAnalytics.Sql.Expressions.Window;

namespace SparkAnalytics.Sql.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Select_WhenModelLikeChain_GivesTypedColumns()
    {
        var events = Frames.Of("user_id STRING, event_ts TIMESTAMP, amount DECIMAL(18,2), n INT");
        var inOrder = Window.PartitionBy("user_id").OrderBy("event_ts");
        var previous = Lag("event_ts", 1).Over(inOrder);
        var starts = previous.IsNull() | (Col("event_ts") > previous + Extras.Interval(TimeSpan.FromMinutes(30)));
        var sessions = events
            .WithColumn("session_seq", When(Col("user_id").IsNotNull(), Sum(When(starts, 1).Otherwise(0)).Over(inOrder.RowsBetween(Window.UnboundedPreceding, Window.CurrentRow)).Cast("int")))
            .WithColumn("session_id", Concat(Col("user_id"), Lit("-"), Col("session_seq").Cast("string")));
        Assert.Equal("[user_id: string, event_ts: timestamp, amount: decimal(18,2), n: int, session_seq: int, session_id: string]", sessions.ToString());

        var users = sessions.GroupBy("user_id").Agg(Count(Lit(1)).As("events"), Sum("amount").As("revenue"), Extras.MinBy(Col("session_id"), Col("event_ts")).As("first"));
        Assert.Equal("[user_id: string, events: bigint, revenue: decimal(28,2), first: string]", users.ToString());
        Assert.Equal("[user_id: string, event_ts: timestamp, amount: decimal(18,2), n: int, session_seq: int, session_id: string, events: bigint, revenue: decimal(28,2), first: string]", sessions.Join(users, ["user_id"], "left").ToString());
    }
}
