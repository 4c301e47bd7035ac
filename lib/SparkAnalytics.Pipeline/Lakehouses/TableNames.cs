using System.Collections.Immutable;

namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>The tables of a lakehouse; each is a folder of its name.</summary>
public static class TableNames
{
    /// <summary>One row per event.</summary>
    public const string StgEvents = "stg_events";

    /// <summary>One row per event, with its session.</summary>
    public const string FctSessionEvents = "fct_session_events";

    /// <summary>One row per session.</summary>
    public const string FctSessions = "fct_sessions";

    /// <summary>One row per user.</summary>
    public const string DimUsers = "dim_users";

    /// <summary>One row per transaction id.</summary>
    public const string FctOrders = "fct_orders";

    /// <summary>One row per session that did not come directly.</summary>
    public const string FctMarketingTouches = "fct_marketing_touches";

    /// <summary>One row per order, attribution model and credited touch.</summary>
    public const string FctOrderAttribution = "fct_order_attribution";

    /// <summary>Rows that could not be staged, with the reason.</summary>
    public const string QuarantinedEvents = "quarantined_events";

    /// <summary>The seven models in the order of the specification, then the quarantine.</summary>
    public static ImmutableArray<string> All { get; } =
        [StgEvents, FctSessionEvents, FctSessions, DimUsers, FctOrders, FctMarketingTouches, FctOrderAttribution, QuarantinedEvents];
}
