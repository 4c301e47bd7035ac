using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Tables;

/// <summary>How one table comes from others.</summary>
/// <param name="Table">The table.</param>
/// <param name="Needs">The tables that it comes from; none where it comes from the checked events.</param>
/// <param name="Rows">Its rows, of those tables.</param>
public sealed record ModelStep(TableDefinition Table, IReadOnlyList<TableDefinition> Needs, Func<StepInputs, DataFrame> Rows)
{
    /// <summary>The table's rows, not yet computed, once their columns are those that it declares.</summary>
    /// <param name="inputs">What the step may use.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="InvalidOperationException">A column has no meaning, or a declared one is missing.</exception>
    public DataFrame Plan(StepInputs inputs)
    {
        var rows = Rows(inputs);
        Table.Require(rows.Schema());
        return rows;
    }
}

/// <summary>What a step may use: the checked events, the settings, and the tables that earlier steps made.</summary>
/// <param name="checkedEvents">What <see cref="RawEvents.Check"/> gives; null where no step needs it.</param>
/// <param name="settings">The settings of the models.</param>
/// <param name="channels">Sites, channel and device rules.</param>
public sealed class StepInputs(DataFrame? checkedEvents, AnalyticsSettings settings, ChannelSettings channels)
{
    private readonly Dictionary<string, DataFrame> _tables = new(StringComparer.Ordinal);

    /// <summary>What <see cref="RawEvents.Check"/> gives.</summary>
    /// <exception cref="InvalidOperationException">No raw events were given.</exception>
    public DataFrame CheckedEvents => checkedEvents ?? throw new InvalidOperationException("No raw events were given; only tables that come from other tables can be made.");

    /// <summary>What <see cref="QuarantinedEvents.SetAside"/> gives of <see cref="CheckedEvents"/>; the same DataFrame each time, so that it can be kept.</summary>
    public DataFrame SetAside => field ??= QuarantinedEvents.SetAside(CheckedEvents);

    /// <summary>The settings of the models.</summary>
    public AnalyticsSettings Settings => settings;

    /// <summary>Sites, channel and device rules.</summary>
    public ChannelSettings Channels => channels;

    /// <summary>The rows of a table that an earlier step made.</summary>
    /// <param name="table">The table.</param>
    /// <exception cref="KeyNotFoundException">No earlier step made it.</exception>
    public DataFrame this[TableDefinition table]
    {
        get => _tables[table.Name];
        set => _tables[table.Name] = value;
    }
}
