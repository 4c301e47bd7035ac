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
        console.Write(SummaryParts.Facts([.. Input(report.Input)]));
        console.Write(Tables(report));
        console.Write(SummaryParts.Facts([.. Totals(report.Totals)]));
        if (report.Lateness is { } lateness)
        {
            console.Write(SummaryParts.Facts([.. LatenessFacts.Of(lateness)]));
        }

        if (!report.Warnings.IsEmpty)
        {
            console.WriteLine();
            console.Write(SummaryParts.Warnings(report.Warnings));
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
}
