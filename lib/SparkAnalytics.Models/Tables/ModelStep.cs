using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Tables;

/// <summary>How one table comes from others.</summary>
/// <param name="Table">The table.</param>
/// <param name="Rows">Its rows, of the tables before it.</param>
public sealed record ModelStep(TableDefinition Table, Func<StepInputs, DataFrame> Rows);

/// <summary>What a step may use.</summary>
/// <param name="CheckedEvents">What <see cref="RawEvents.Check"/> gives.</param>
/// <param name="Settings">The settings of the models.</param>
/// <param name="Channels">Sites, channel and device rules.</param>
public sealed record StepInputs(DataFrame CheckedEvents, AnalyticsSettings Settings, ChannelSettings Channels)
{
    private readonly Dictionary<string, DataFrame> _tables = new(StringComparer.Ordinal);

    /// <summary>The rows of a table that an earlier step made.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="KeyNotFoundException">No earlier step made it.</exception>
    public DataFrame this[TableDefinition table]
    {
        get => _tables[table.Name];
        set => _tables[table.Name] = value;
    }
}
