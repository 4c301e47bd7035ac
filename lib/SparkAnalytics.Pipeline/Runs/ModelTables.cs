using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>The tables as one run left them.</summary>
internal sealed record ModelTables(
    DataFrame StgEvents,
    DataFrame FctSessions,
    DataFrame FctOrders,
    DataFrame FctOrderAttribution,
    DataFrame QuarantinedEvents,
    long Duplicates);
