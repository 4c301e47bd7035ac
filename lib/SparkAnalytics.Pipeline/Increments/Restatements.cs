using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>
/// What a run altered of what earlier ones had shown, for the log: sessions of users with late events, orders that were sent again, and the credit of orders that were there. A session
/// that merely goes on, and an order that is new with its credit, are none.
/// </summary>
internal sealed class Restatements(ChangedTables changed, KeptRows kept)
{
    public const string LateEvent = "late_event";

    public const string OrderSentAgain = "order_sent_again";

    private static readonly string[] s_session = ["user_id", "session_seq", "session_start_ts", "session_end_ts", "event_count", "entry_channel"];

    private static readonly string[] s_order = ["user_id", "order_ts", "revenue", "order_channel", "event_count", "user_count"];

    private static readonly string[] s_credit = ["touch_index", "touch_id", "touch_ts", "channel", "credit", "attributed_revenue"];

    /// <summary>The credit rows that changed of orders that were there: the difference's columns and <c>reason</c>.</summary>
    public DataFrame Credits { get; } = kept.Keep(CreditsOf(changed));

    /// <summary>All of them: model, id, reason, before and after; before is NULL of what was not there, after of what is no more.</summary>
    public DataFrame Rows => Sessions().Union(Orders()).Union(Attributions());

    /// <summary>Of sessions, whatever a late event touches is logged: also those that it makes, as others have their numbers now.</summary>
    private DataFrame Sessions()
    {
        var difference = changed[FctSessions.Table].Difference.Rows.As("session")
            .WithColumn("owner", Coalesce(Col("user_id"), Col(Difference.Stored + "user_id")))
            .Join(changed.Scope.LateUsers.WithColumnRenamed("user_id", "late_user_id"), Col("owner") == Col("late_user_id"), "left_semi");
        return Logged(difference.WithColumn("reason", Lit(LateEvent)), FctSessions.Table, Col("session_id"), s_session);
    }

    private DataFrame Orders() => Logged(
        changed[FctOrders.Table].Difference.Rows.Filter(Col("change") == Difference.Updated).WithColumn("reason", Lit(OrderSentAgain)),
        FctOrders.Table,
        Col("order_id"),
        s_order);

    /// <summary>One for each order and model, with all credited touches that changed.</summary>
    private DataFrame Attributions() => Credits
        .WithColumn("old", When(Col("change") != Difference.Inserted, Text(Credits, s_credit, Difference.Stored)))
        .WithColumn("new", When(Col("change") != Difference.Deleted, Text(Credits, s_credit, string.Empty)))
        .GroupBy("order_id", "model", "reason")
        .Agg(SortArray(CollectList("old")).As("old"), SortArray(CollectList("new")).As("new"))
        .Select(Lit(FctOrderAttribution.Table.Name).As("model"), Concat(Col("order_id"), Lit(" "), Col("model")).As("id"), Col("reason"), List("old").As("before"), List("new").As("after"));

    private static DataFrame CreditsOf(ChangedTables changed)
    {
        // An order that came in this run has no stored row.
        var isNew = changed[FctOrders.Table].Difference.Rows.Filter(Col("change") == Difference.Inserted).Select(Col("order_id").As("new_order_id"));
        var again = changed[FctOrders.Table].Difference.Rows.Filter(Col("change") == Difference.Updated).Select(Col("order_id").As("changed_order_id"));
        return changed[FctOrderAttribution.Table].Difference.Rows
            .Join(isNew, Col("order_id") == Col("new_order_id"), "left_anti")
            .Join(again, Col("order_id") == Col("changed_order_id"), "left_outer")
            .WithColumn("reason", When(Col("changed_order_id").IsNull(), LateEvent).Otherwise(OrderSentAgain))
            .Drop("changed_order_id");
    }

    private static DataFrame Logged(DataFrame rows, TableDefinition table, Column id, string[] columns) => rows.Select(
        Lit(table.Name).As("model"),
        id.As("id"),
        Col("reason"),
        When(Col("change") != Difference.Inserted, Text(rows, columns, Difference.Stored)).As("before"),
        When(Col("change") != Difference.Deleted, Text(rows, columns, string.Empty)).As("after"));

    /// <summary>Columns as one JSON object.</summary>
    private static Column Text(DataFrame rows, string[] columns, string prefix)
    {
        var types = rows.Schema().Fields.ToDictionary(field => field.Name, field => field.DataType, StringComparer.Ordinal);
        return TextOfValue.Object(columns.Select(name => (name, Col(prefix + name), types[prefix + name])));
    }

    private static Column List(string name) => When(Size(Col(name)) > 0, Concat(Lit("["), ConcatWs(",", Col(name)), Lit("]")));
}
