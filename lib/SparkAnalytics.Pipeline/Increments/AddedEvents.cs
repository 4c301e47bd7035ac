using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>What a run adds to the staged events, and what it sets aside.</summary>
/// <param name="Rows">How many raw rows came in, those of the quarantine that were looked at again left out.</param>
/// <param name="Checked">Those and the rows of the quarantine that were looked at again, as <see cref="RawEvents.Check"/> gives them.</param>
/// <param name="Events">The events that are not staged yet, in the columns of <c>stg_events</c>, each once.</param>
/// <param name="Count">How many those are.</param>
internal sealed record AddedEvents(long Rows, DataFrame Checked, DataFrame Events, long Count)
{
    /// <summary>Reads the input once and stages what is new of it.</summary>
    /// <param name="environment">What the run works with.</param>
    /// <param name="input">The input.</param>
    /// <param name="stored">The tables before.</param>
    /// <param name="kept">Keeps the rows.</param>
    /// <exception cref="PipelineException">All rows are to be set aside.</exception>
    public static AddedEvents Of(RunEnvironment environment, NewInput input, StoredTables stored, KeptRows kept)
    {
        var (analytics, channels) = (environment.Settings.Analytics, environment.Settings.Channels);
        var events = kept.Keep(input.Checked);
        var counts = events.GroupBy("reason").Agg(Sum(When(Col(NewInput.IsHeld), 0L).Otherwise(1L)).As("rows"), CountDistinct("event_id").As("distinct")).Collect()
            .Select(row => (Reason: row.GetAs<string?>("reason"), Rows: row.GetAs<long>("rows"), Distinct: row.GetAs<long>("distinct"))).ToImmutableArray();
        var rows = counts.Sum(count => count.Rows);
        if (rows > 0 && counts.All(count => count.Reason is not null))
        {
            throw StagedRows.None([.. counts.Select(count => (count.Reason!, count.Distinct))]);
        }

        // What is staged already is left out before the costly part.
        var checkedRows = events.Drop(NewInput.IsHeld);
        var known = kept.Keep(Known(events.Filter(Col("reason").IsNull()), stored));
        var added = kept.Keep(StgEvents.Build(known.IsEmpty() ? checkedRows : checkedRows.Join(known, ["event_id"], "left_anti"), analytics, channels));
        return new AddedEvents(rows, events, added, added.Count());
    }

    /// <summary>The ids among these events that are staged already. Equal events have equal instants, so files of other times are left out.</summary>
    private static DataFrame Known(DataFrame events, StoredTables stored)
    {
        var bounds = events.Agg(Min("event_ts").As("low"), Max("event_ts").As("high")).First();
        var all = stored[StgEvents.Table];
        var near = bounds.Get("low") is Sql.Types.Timestamp low && bounds.Get("high") is Sql.Types.Timestamp high
            ? all.Filter((Col("event_ts") >= Lit(low)) & (Col("event_ts") <= Lit(high)))
            : all.Filter(Lit(false));
        return near.Select("event_id").Join(events.Select(Col("event_id").As("new_id")), Col("event_id") == Col("new_id"), "left_semi");
    }
}
