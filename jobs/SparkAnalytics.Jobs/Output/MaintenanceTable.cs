using System.Globalization;
using SparkAnalytics.Pipeline.Runs;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Output;

/// <summary>What optimize or vacuum did, by table.</summary>
internal static class MaintenanceTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="results">What was done.</param>
    /// <param name="added">Heading of the files added; null leaves them out.</param>
    /// <param name="removed">Heading of the files removed.</param>
    public static void Write(IAnsiConsole console, IReadOnlyCollection<MaintenanceResult> results, string? added, string removed)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("Table");
        foreach (var title in new[] { added, removed, "Version" }.OfType<string>())
        {
            table.AddColumn(new TableColumn(title) { Alignment = Justify.Right });
        }

        foreach (var result in results)
        {
            string?[] cells =
            [
                result.Table,
                added is null ? null : Files(result.FilesAdded),
                Files(result.FilesRemoved),
                result.Version.ToString(CultureInfo.InvariantCulture),
            ];
            table.AddRow(cells.OfType<string>().Select(cell => new Text(cell)));
        }

        console.Write(table);
    }

    private static string Files(long? count) => count is { } files ? Figures.Count(files) : "";
}
