using SparkAnalytics.Pipeline.Checks;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Printing;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Output;

/// <summary>What input holds, in one screen.</summary>
internal static class InputCheckSummary
{
    private const int LongestExample = 200;

    public static void Write(IAnsiConsole console, InputCheckReport report)
    {
        Line(console, $"{Counted.Of(report.Rows, "row", "rows")}: {Figures.Count(report.Staged)} to stage, {Figures.Count(report.SetAside.Sum(reason => reason.Rows))} to set aside, {Counted.Of(report.Duplicates, "duplicate", "duplicates")}");
        foreach (var format in report.Formats)
        {
            Line(console, $"  {Name(format.Format)}: {(format.Format == InputFormat.Delta ? Counted.Of(format.Files, "table", "tables") : $"{Counted.Of(format.Files, "file", "files")}, {Figures.Size(format.Bytes)}")}");
        }

        if (!report.FilesPassedOver.IsEmpty)
        {
            Line(console, $"  passed over, as names tell no format: {Listed(report.FilesPassedOver)}");
        }

        console.WriteLine();
        console.Write(Columns(report));
        foreach (var reason in report.SetAside)
        {
            console.WriteLine();
            Line(console, $"{reason.Reason}: {Counted.Of(reason.Rows, "row", "rows")}, one of them in {reason.ExampleFile}:");
            Line(console, "  " + Shortened(reason.ExampleText));
        }
    }

    private static Table Columns(InputCheckReport report)
    {
        var files = report.Formats.Sum(format => format.Files);
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumns("Column", "Found as", "Files");
        foreach (var column in report.Columns)
        {
            table.AddRow(
                new Text(column.Name),
                new Text(column.FoundAs.IsEmpty ? "missing" : VisibleText.Of(Listed(column.FoundAs))),
                new Text(column.Files == files ? "all" : $"{Figures.Count(column.Files)} of {Figures.Count(files)}"));
        }

        if (!report.UnknownColumns.IsEmpty)
        {
            table.AddRow(new Text("ignored"), new Text(VisibleText.Of(Listed(report.UnknownColumns))), new Text(string.Empty));
        }

        return table;
    }

    private static string Listed(IReadOnlyCollection<string> names) =>
        string.Join(", ", names.Take(20)) + (names.Count > 20 ? $" and {Figures.Count(names.Count - 20)} more" : string.Empty);

    private static string Shortened(string text) => VisibleText.Of(text.Length > LongestExample ? text[..LongestExample] + "…" : text);

    /// <summary>Paths and lines stay whole, to be copied.</summary>
    private static void Line(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(VisibleText.Of(text));

    private static string Name(InputFormat format) => format switch
    {
        InputFormat.Csv => "CSV",
        InputFormat.JsonLines => "JSON lines",
        InputFormat.Parquet => "Parquet",
        _ => "Delta",
    };
}
