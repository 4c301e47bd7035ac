using System.Globalization;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Pipeline.Status;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Printing;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Output;

/// <summary>How a lakehouse stands, in one screen.</summary>
internal static class StatusSummary
{
    /// <summary>A lakehouse whose runs fail for days is not to fill the screen; the JSON has all.</summary>
    private const int MostUnfinished = 3;

    private const int LongestValue = 100;

    public static void Write(IAnsiConsole console, LakehouseStatus status)
    {
        console.Write(new Text(FormattableString.Invariant($"{VisibleText.Of(status.Lakehouse)} (format {status.FormatVersion})"), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.WriteLine();
        console.Write(SummaryParts.Facts([LastRun(status.LastCompleted), Watermark(status.Watermark), .. status.Lateness is { } lateness ? LatenessFacts.Of(lateness) : [], Lock(status.Lock), .. Settings(status.Settings)]));
        if (!status.UnfinishedRuns.IsEmpty)
        {
            console.WriteLine();
            console.Write(SummaryParts.Warnings(Unfinished(status)));
        }

        console.Write(Tables(status));
        console.Write(Runs(status));
    }

    private static (string Name, string Figure, string Remark) LastRun(CompletedRun? run) => run is null
        ? ("Last run", "none", "no run has completed")
        : ("Last run", Number(run.RunId), $"{run.Kind.Text()} of {Figures.Instant(run.StartedAt)}, done in {Figures.Seconds(run.Seconds)}; clock {Figures.Instant(run.Clock)}");

    private static (string Name, string Figure, string Remark) Watermark(DateTimeOffset? watermark) =>
        ("Watermark", watermark is null ? "none" : "", watermark is { } instant ? $"{Figures.Instant(instant)}; what is before it and comes now is late" : "");

    private static (string Name, string Figure, string Remark) Lock(LockStatus? held)
    {
        if (held is null)
        {
            return ("Lock", "free", "");
        }

        var holder = FormattableString.Invariant($"{VisibleText.Of(held.Command)} on {VisibleText.Of(held.Host)} (process {held.ProcessId}) since {Figures.Instant(held.Since)}");
        return held.State switch
        {
            LockState.Held => ("Lock", "held", $"by {holder}, until {Figures.Instant(held.Until)} unless renewed"),
            LockState.Dead => ("Lock", "free", $"left by {holder}, which has ended: the next command takes it at once"),
            LockState.Expired => ("Lock", "free", $"left by {holder}, not renewed since it ran out at {Figures.Instant(held.Until)}: the next command takes it at once"),
            _ => throw new ArgumentOutOfRangeException(nameof(held)),
        };
    }

    private static IEnumerable<(string Name, string Figure, string Remark)> Settings(SettingsStatus? settings)
    {
        if (settings is null)
        {
            yield break;
        }

        var figure = settings switch
        {
            { AreDefaults: true } => "defaults",
            { Differing: null } => "unknown",
            { Differing.Length: 0 } => "reordered",
            { Differing: var differing } => Figures.Count(differing.Value.Length),
        };
        var remark = figure switch
        {
            "defaults" => "",
            "unknown" => "not on record, ",
            "reordered" => "rules or sites in another order than the defaults, ",
            _ => Counted.Word(settings.Differing!.Value.Length, "differs", "differ") + " from the defaults, ",
        };
        yield return ("Settings", figure, $"{remark}hash {settings.Hash[..Math.Min(12, settings.Hash.Length)]}");
        foreach (var difference in settings.Differing ?? [])
        {
            yield return ("", "", $"{difference.Key}: {Short(difference.Value ?? "without " + difference.Default)}");
        }
    }

    private static IEnumerable<string> Unfinished(LakehouseStatus status)
    {
        foreach (var run in status.UnfinishedRuns.Take(MostUnfinished))
        {
            var what = run.State switch
            {
                UnfinishedState.AtWork => "is at work",
                UnfinishedState.Interrupted => "was interrupted",
                UnfinishedState.Failed => $"failed at {Figures.Instant(run.FailedAt!.Value)}: {VisibleText.Lines(run.Message ?? "without a message")}",
                _ => throw new ArgumentOutOfRangeException(nameof(status)),
            };
            yield return FormattableString.Invariant($"Run {run.RunId} ({run.Kind.Text()}), started at {Figures.Instant(run.StartedAt)}, {what}{(what.EndsWith('.') ? "" : ".")} {run.Next}");
        }

        if (status.UnfinishedRuns.Length - MostUnfinished is > 0 and var more)
        {
            yield return $"{Counted.Of(more, "earlier run", "earlier runs")} since the last completed one without a result: --output-format json tells all.";
        }
    }

    private static Table Tables(LakehouseStatus status)
    {
        var table = SummaryParts.Table(1, "Table", "Version", "Files", "Size");
        foreach (var row in status.Tables)
        {
            table.AddRow(new Text(row.Name), new Text(row.Version is { } version ? Number(version) : ""), new Text(Figures.Count(row.Files)), new Text(Figures.Size(row.Bytes)));
        }

        return table;
    }

    private static Table Runs(LakehouseStatus status)
    {
        var table = SummaryParts.Table(4, "Run", "Kind", "State", "Started", "Time", "Rows");
        foreach (var run in status.Runs)
        {
            string[] cells =
            [
                Number(run.RunId), run.Kind.Text(), run.State.Text(), Figures.Instant(run.StartedAt),
                run.Seconds is { } seconds ? Figures.Seconds(seconds) : "", run.Rows is { } rows ? Figures.Count(rows) : "",
            ];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        return table;
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(string text) => VisibleText.Of(text.Length <= LongestValue ? text : text[..LongestValue] + " ...");
}
