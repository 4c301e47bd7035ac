using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary>The tables of a lakehouse and how they come from one another: the only list of them.</summary>
public static class ModelSteps
{
    /// <summary>The steps in their order: the seven models, each after those that it needs, then the quarantine.</summary>
    public static IReadOnlyList<ModelStep> All { get; } =
    [
        new(StgEvents.Table, given => StgEvents.Build(given.CheckedEvents, given.Settings, given.Channels)),
        new(FctSessionEvents.Table, given => FctSessionEvents.Build(given[StgEvents.Table], given.Settings)),
        new(FctSessions.Table, given => FctSessions.Build(given[FctSessionEvents.Table], given.Settings)),
        new(FctOrders.Table, given => FctOrders.Build(given[StgEvents.Table], given.Settings)),
        new(DimUsers.Table, given => DimUsers.Build(given[FctSessionEvents.Table], given[FctOrders.Table], given.Settings)),
        new(FctMarketingTouches.Table, given => FctMarketingTouches.Build(given[FctSessions.Table])),
        new(FctOrderAttribution.Table, given => FctOrderAttribution.Build(given[FctOrders.Table], given[FctMarketingTouches.Table], given.Settings)),
        new(QuarantinedEvents.Table, given => QuarantinedEvents.Build(given.CheckedEvents)),
    ];

    /// <summary>The tables in the same order.</summary>
    public static IReadOnlyList<TableDefinition> Tables { get; } = [.. All.Select(step => step.Table)];

    /// <summary>Makes all plans without running any, each over the plans before it, and compares their columns with what the tables declare.</summary>
    /// <param name="checkedEvents">What <see cref="RawEvents.Check"/> gives.</param>
    /// <param name="settings">The settings of the models.</param>
    /// <param name="channels">Sites, channel and device rules.</param>
    /// <returns>The rows of each table.</returns>
    /// <exception cref="InvalidOperationException">A column has no meaning, or a declared one is missing.</exception>
    public static StepInputs Plan(DataFrame checkedEvents, AnalyticsSettings settings, ChannelSettings channels)
    {
        var tables = new StepInputs(checkedEvents, settings, channels);
        foreach (var step in All)
        {
            tables[step.Table] = step.Plan(tables);
        }

        return tables;
    }
}
