using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Analysis;

namespace SparkAnalytics.Pipeline.Reports;

/// <summary>What in a run's figures deserves a look, in sentences.</summary>
internal static class Warnings
{
    public static ImmutableArray<string> Of(InputReport input, TotalsReport totals, bool clickIds)
    {
        var warnings = new List<string>();
        void Warn(bool applies, FormattableString text)
        {
            if (applies)
            {
                warnings.Add(text.ToString(CultureInfo.InvariantCulture));
            }
        }

        Warn(!input.UnknownColumns.IsEmpty, $"Columns that no rule uses were ignored: {string.Join(", ", input.UnknownColumns)}.");
        Warn(input.FilesPassedOver.Length == 1, $"One file was passed over, as its name tells no format: {input.FilesPassedOver.FirstOrDefault()}.");
        Warn(input.FilesPassedOver.Length > 1, $"{input.FilesPassedOver.Length} files were passed over, as their names tell no format; the first is {input.FilesPassedOver.FirstOrDefault()}.");
        Warn(totals.Events > 0 && totals.EventsWithoutUser * 5 > totals.Events, $"{totals.EventsWithoutUser} of {Counted.Of(totals.Events, "event", "events")} {Counted.Word(totals.EventsWithoutUser, "has", "have")} no user: was an id column renamed?");
        Warn(totals.MalformedEventData > 0, $"{Counted.Of(totals.MalformedEventData, "event has", "events have")} an event_data that is not one JSON object; what it would carry is NULL.");
        Warn(totals.UnreadableRevenue > 0, $"{Counted.Of(totals.UnreadableRevenue, "event has", "events have")} a revenue that is no number or out of range; it is NULL.");
        Warn(totals.OrderConflicts > 0, $"{Counted.Of(totals.OrderConflicts, "transaction id was", "transaction ids were")} sent with different revenue or users; the larger revenue counts, {totals.OrderConflictRevenue} more than the smaller.");
        Warn(!clickIds && totals.SessionEntriesWithClickId > 0, $"{Counted.Of(totals.SessionEntriesWithClickId, "session enters", "sessions enter")} with an ad click id, which the channels do not use (click_ids: false).");
        return [.. warnings];
    }
}
