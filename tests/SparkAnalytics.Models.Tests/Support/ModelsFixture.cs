using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Embedded;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Models.Tests.Support;

/// <summary>One engine for the tests of a class, with the built-in settings and channel rules.</summary>
public sealed class ModelsFixture : IDisposable
{
    /// <summary>The run's clock in all tests that do not name another.</summary>
    public static readonly Timestamp Clock = new(2025, 6, 1, 0, 0, 0, 0);

    private static readonly EffectiveSettings s_builtIn = SettingsLoader.Load();

    public ModelsFixture() => Spark = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions { Threads = 1 }));

    public static AnalyticsSettings Defaults => s_builtIn.Analytics;

    public static ChannelSettings Channels => s_builtIn.Channels;

    /// <summary>Rules by which everything is Direct and of an unknown device: for tests of other columns, as preparing the real ones takes most of a query's time.</summary>
    public static ChannelSettings OneChannel { get; } = s_builtIn.Channels with { Rules = [new ChannelRule("any", ChannelNames.Direct, [])], Devices = [] };

    public SparkSession Spark { get; }

    public void Dispose() => Spark.Dispose();

    public DataFrame Raw(IEnumerable<RawEvent> events) => Spark.CreateDataFrame(events.Select(raw => raw.ToRow()), RawEvent.Schema);

    public DataFrame Check(IEnumerable<RawEvent> events, AnalyticsSettings? settings = null, Timestamp? clock = null, ChannelSettings? channels = null) =>
        RawEvents.Check(Raw(events), settings ?? Defaults, channels ?? Channels, Lit(clock ?? Clock));

    public DataFrame Stage(IEnumerable<RawEvent> events, AnalyticsSettings? settings = null, ChannelSettings? channels = null) =>
        StgEvents.Build(Check(events, settings, channels: channels), settings ?? Defaults, channels ?? Channels);

    /// <summary>The staged row of each event, in the order of the events; null for one that is not staged.</summary>
    public IReadOnlyList<TableRow?> StagedRows(IReadOnlyList<RawEvent> events, AnalyticsSettings? settings = null, ChannelSettings? channels = null) =>
        InOrder(Stage(events, settings, channels), events);

    /// <summary>Columns of the checked row of each event, in the order of the events.</summary>
    public IReadOnlyList<TableRow?> CheckedRows(IReadOnlyList<RawEvent> events, string[] columns, AnalyticsSettings? settings = null, Timestamp? clock = null) =>
        InOrder(Check(events, settings, clock).Select("event_id", columns), events);

    /// <summary>The event_id of each event, in the order of the events.</summary>
    public IReadOnlyList<string?> CheckedIds(IReadOnlyList<RawEvent> events)
    {
        var numbered = events.Select((raw, index) => raw.ToRow(sourceFile: $"{index:D4}"));
        var rows = RawEvents.Check(Spark.CreateDataFrame(numbered, RawEvent.Schema), Defaults, OneChannel, Lit(Clock)).Select("source_file", "event_id");
        return [.. Rows(rows, "source_file").Select(row => row["event_id"])];
    }

    /// <summary>All rows of a table in the order of some columns.</summary>
    public static IReadOnlyList<TableRow> Rows(DataFrame table, params string[] orderBy) =>
        [.. table.Collect().Select(row => new TableRow(row)).OrderBy(row => row.Line(orderBy), StringComparer.Ordinal)];

    private static List<TableRow?> InOrder(DataFrame table, IReadOnlyList<RawEvent> events)
    {
        var byEvent = Rows(table).ToLookup(row => row["event_id"]);
        return [.. events.Select(raw => byEvent[raw.EventId].FirstOrDefault())];
    }
}
