using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>Stages raw rows and computes the models from one another, in the order of the specification.</summary>
internal static class ModelBuild
{
    public static ModelTables Run(RunContext run, DataFrame raw, TableWriter writer)
    {
        var (settings, channels) = (run.Settings.Analytics, run.Settings.Channels);
        var checkedEvents = RawEvents.Check(raw, settings, Lit(new Timestamp(run.Clock.UtcDateTime)));

        var (events, staged) = writer.Replace(TableNames.StgEvents, StgEvents.Build(checkedEvents, settings, channels).DropDuplicates("event_id"));
        var (quarantined, setAside) = writer.Replace(TableNames.QuarantinedEvents, Quarantine(checkedEvents));
        var (sessionEvents, _) = writer.Replace(TableNames.FctSessionEvents, FctSessionEvents.Build(events, settings));
        var (sessions, _) = writer.Replace(TableNames.FctSessions, FctSessions.Build(sessionEvents, settings));
        writer.Replace(TableNames.DimUsers, DimUsers.Build(sessionEvents, settings).OrderBy("last_seen_ts"));
        var (orders, _) = writer.Replace(TableNames.FctOrders, FctOrders.Build(events, settings));
        var (touches, _) = writer.Replace(TableNames.FctMarketingTouches, FctMarketingTouches.Build(sessions));
        var (attribution, _) = writer.Replace(TableNames.FctOrderAttribution, FctOrderAttribution.Build(orders, touches, settings));

        return new ModelTables(
            events,
            sessions,
            orders,
            attribution,
            quarantined,
            TableWriter.Metric(staged, "numDuplicateRows") + TableWriter.Metric(setAside, "numDuplicateRows"));
    }

    private static DataFrame Quarantine(DataFrame checkedEvents) =>
        checkedEvents
            .Filter(Col("reason").IsNotNull())
            .Select("event_id", ["reason", RawEvents.SourceFile, RawEvents.RawText, .. RawEvents.Columns])
            .DropDuplicates("event_id");
}
