using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary>The tables of a lakehouse and how they come from one another: the only list of them.</summary>
public static class ModelSteps
{
    /// <summary>The steps in their order: the seven models, each after those that it needs, then the quarantine.</summary>
    public static IReadOnlyList<ModelStep> All { get; } =
    [
        new(StgEvents.Table, [], given => StgEvents.Build(given.CheckedEvents, given.Settings, given.Channels)),
        new(FctSessionEvents.Table, [StgEvents.Table], given => FctSessionEvents.Build(given[StgEvents.Table], given.Settings)),
        new(FctSessions.Table, [FctSessionEvents.Table], given => FctSessions.Build(given[FctSessionEvents.Table], given.Settings)),
        new(FctOrders.Table, [StgEvents.Table], given => FctOrders.Build(given[StgEvents.Table], given.Settings)),
        new(DimUsers.Table, [FctSessionEvents.Table, FctOrders.Table], given => DimUsers.Build(given[FctSessionEvents.Table], given[FctOrders.Table], given.Settings)),
        new(FctMarketingTouches.Table, [FctSessions.Table], given => FctMarketingTouches.Build(given[FctSessions.Table])),
        new(FctOrderAttribution.Table, [FctOrders.Table, FctMarketingTouches.Table], given => FctOrderAttribution.Build(given[FctOrders.Table], given[FctMarketingTouches.Table], given.Settings)),
        new(QuarantinedEvents.Table, [], given => QuarantinedEvents.Build(given.SetAside)),
    ];

    /// <summary>The tables in the same order.</summary>
    public static IReadOnlyList<TableDefinition> Tables { get; } = [.. All.Select(step => step.Table)];

    /// <summary>Tables and all that follow from them, in the order of the steps.</summary>
    /// <param name="tables">Names of tables.</param>
    /// <returns>Their steps and those that need one of them, directly or not.</returns>
    public static IReadOnlyList<ModelStep> From(IEnumerable<string> tables)
    {
        var concerned = tables.ToHashSet(StringComparer.Ordinal);
        return [.. All.Where(step => concerned.Contains(step.Table.Name) || (step.Needs.Any(need => concerned.Contains(need.Name)) && concerned.Add(step.Table.Name)))];
    }

    /// <summary>Makes all plans without running any, each over the plans before it, and compares their columns with what the tables declare.</summary>
    /// <param name="checkedEvents">What <see cref="RawEvents.Check"/> gives.</param>
    /// <param name="settings">The settings of the models.</param>
    /// <param name="channels">Sites, channel and device rules.</param>
    /// <returns>The rows of each table.</returns>
    /// <exception cref="InvalidOperationException">A column has no meaning, or a declared one is missing.</exception>
    public static StepInputs Plan(DataFrame checkedEvents, AnalyticsSettings settings, ChannelSettings channels)
    {
        var tables = new StepInputs(checkedEvents, settings, channels);
        Plan(tables);
        return tables;
    }

    /// <summary>The same for tables of which none is made yet.</summary>
    /// <param name="tables">Gets the rows of each table.</param>
    /// <exception cref="InvalidOperationException">A column has no meaning, or a declared one is missing.</exception>
    public static void Plan(StepInputs tables)
    {
        foreach (var step in All)
        {
            tables[step.Table] = step.Plan(tables);
        }
    }
}
