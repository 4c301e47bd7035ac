using System.Globalization;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql.Analysis;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Output;

/// <summary>What a run did, in one screen.</summary>
internal static class RunSummary
{
    public static void Write(IAnsiConsole console, RunReport report)
    {
        console.Write(new Text(string.Create(CultureInfo.InvariantCulture, $"Run {report.RunId} ({report.Kind.Text()}) done in {Figures.Seconds(report.Seconds)} on {report.Engine}"), new Style(decoration: Decoration.Bold)));
        console.WriteLine();
        console.WriteLine();
        console.Write(Facts([.. Input(report.Input)]));
        console.Write(Tables(report));
        console.Write(Facts([.. Totals(report.Totals)]));
        if (report.Lateness is { } lateness)
        {
            console.Write(Facts([.. Lateness(lateness)]));
        }

        if (!report.Warnings.IsEmpty)
        {
            console.WriteLine();
            var warnings = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
            foreach (var warning in report.Warnings)
            {
                warnings.AddRow(new Text("!", new Style(Color.Yellow, decoration: Decoration.Bold)), new Text(warning));
            }

            console.Write(new Padder(warnings, new Padding(2, 0, 0, 0)));
        }
    }

    private static IEnumerable<(string Name, string Figure, string Remark)> Input(InputReport input)
    {
        yield return ("Rows in", Figures.Count(input.Rows), $"from {Counted.Of(input.Files, "file", "files")}, {Figures.Size(input.Bytes)}");
        yield return ("Duplicates", Figures.Count(input.Duplicates), "dropped: every raw column equal");
        yield return ("Quarantined", Figures.Count(input.Quarantined.Values.Sum()), string.Join(", ", input.Quarantined.Where(reason => reason.Value > 0).Select(reason => $"{reason.Key} {Figures.Count(reason.Value)}")));
    }

    private static IEnumerable<(string Name, string Figure, string Remark)> Totals(TotalsReport totals)
    {
        yield return ("Users", Figures.Count(totals.Users), $"{Counted.Of(totals.EventsWithoutUser, "event", "events")} without a user");
        yield return ("Sessions", Figures.Count(totals.Sessions), totals.SessionEntriesWithClickId == 0 ? "" : $"{Figures.Count(totals.SessionEntriesWithClickId)} entered with an ad click id");
        yield return ("Orders", Figures.Count(totals.Orders), $"revenue {Figures.Money(totals.Revenue)}");
        yield return ("Unattributed", Figures.Count(totals.UnattributedOrders), $"{Counted.Word(totals.UnattributedOrders, "order", "orders")} without a touch in the window, revenue {Figures.Money(totals.UnattributedRevenue)}");
        yield return ("Bot events", Figures.Count(totals.BotEvents), "of bots, headless browsers and libraries, by device_rule");
        yield return ("Order conflicts", Figures.Count(totals.OrderConflicts), $"{Counted.Word(totals.OrderConflicts, "order", "orders")} whose events disagree, revenue {Figures.Money(totals.OrderConflictRevenue)} apart");
    }

    private static IEnumerable<(string Name, string Figure, string Remark)> Lateness(LatenessReport lateness)
    {
        yield return ("Late events", Figures.Count(lateness.LateEvents), lateness is { MedianSecondsLate: { } median, MostSecondsLate: { } most } ? $"of {Counted.Of(lateness.Events, "event", "events")}, half of them by {Span(median)} or less, the latest by {Span(most)}" : $"of {Counted.Of(lateness.Events, "event", "events")}");
        yield return ("Sessions", Figures.Count(lateness.SessionsExtended + lateness.SessionsMerged + lateness.SessionsRenumbered), $"restated: {Figures.Count(lateness.SessionsExtended)} extended, {Figures.Count(lateness.SessionsMerged)} merged, {Figures.Count(lateness.SessionsRenumbered)} renumbered; {Figures.Count(lateness.SessionsContinued)} went on");
        yield return ("Orders", Figures.Count(lateness.OrdersReattributed), $"with other credit than before; {Figures.Count(lateness.OrdersChanged)} sent again with other values");
        foreach (var model in lateness.RevenueMoved.GroupBy(moved => moved.Model))
        {
            yield return ("Revenue moved", Figures.Money(model.Where(moved => moved.Revenue > 0).Sum(moved => moved.Revenue)), $"{model.Key}: {string.Join(", ", model.Select(moved => $"{moved.Channel} {(moved.Revenue > 0 ? "+" : "")}{Figures.Money(moved.Revenue)}"))}");
        }
    }

    /// <summary>A length of time in one unit.</summary>
    private static string Span(double seconds) => TimeSpan.FromSeconds(seconds) switch
    {
        { TotalDays: >= 1 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} d"),
        { TotalHours: >= 1 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h"),
        { TotalMinutes: >= 1 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min"),
        var span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
    };

    private static Table Tables(RunReport report)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Table");
        var isIncrement = report.Tables.Any(row => row.Inserted is not null);
        string[] changes = ["Inserted", "Updated", "Deleted"];
        foreach (var title in new[] { "Rows" }.Concat(isIncrement ? changes : []).Append("Seconds").Concat(isIncrement ? [] : ["Size"]).Append("Version"))
        {
            table.AddColumn(new TableColumn(title) { Alignment = Justify.Right });
        }

        foreach (var row in report.Tables)
        {
            string[] counts = isIncrement ? [Figures.Count(row.Inserted ?? 0), Figures.Count(row.Updated ?? 0), Figures.Count(row.Deleted ?? 0)] : [];
            string[] size = isIncrement ? [] : [row.Bytes is { } bytes ? Figures.Size(bytes) : ""];
            string[] cells = [row.Name, Figures.Count(row.Rows), .. counts, row.Seconds.ToString("N2", CultureInfo.InvariantCulture), .. size, row.Version.ToString(CultureInfo.InvariantCulture)];
            table.AddRow(cells.Select(cell => new Text(cell)));
        }

        return table;
    }

    private static Padder Facts(IReadOnlyList<(string Name, string Figure, string Remark)> facts)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = false };
        table.AddColumn(new TableColumn("") { NoWrap = true, Width = 15, Padding = new Padding(0, 0, 1, 0) });
        table.AddColumn(new TableColumn("") { NoWrap = true, Alignment = Justify.Right, Width = 11, Padding = new Padding(0, 0, 2, 0) });
        table.AddColumn(new TableColumn("") { Padding = new Padding(0, 0, 0, 0) });
        foreach (var (name, figure, remark) in facts)
        {
            table.AddRow(new Text(name), new Text(figure, new Style(decoration: Decoration.Bold)), new Text(remark, new Style(Color.Grey)));
        }

        return new Padder(table, new Padding(2, 0, 0, 0));
    }
}
