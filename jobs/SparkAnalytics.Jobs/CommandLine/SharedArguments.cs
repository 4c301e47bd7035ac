using System.CommandLine;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Arguments that several commands have.</summary>
internal static class SharedArguments
{
    public static Argument<string> Table { get; } = new("MODEL")
    {
        Description = "stg_events, fct_session_events, fct_sessions, dim_users, fct_orders, fct_marketing_touches, fct_order_attribution or quarantined_events.",
    };
}
