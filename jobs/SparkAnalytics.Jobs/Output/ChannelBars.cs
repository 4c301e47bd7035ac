using SparkAnalytics.Pipeline.Reports;
using Spectre.Console;

namespace SparkAnalytics.Jobs.Output;

/// <summary>Orders and revenue by channel, first and last click side by side.</summary>
internal static class ChannelBars
{
    private const int BarWidth = 17;
    private static readonly (string Model, string Title, Color Color)[] _models =
    [
        ("first_click", "first click", Color.DeepSkyBlue2),
        ("last_click", "last click", Color.Orange1),
    ];

    public static void Write(IAnsiConsole console, IReadOnlyCollection<ChannelReport> channels)
    {
        var byRevenue = channels
            .Where(row => _models.Any(model => model.Model == row.Model))
            .GroupBy(row => row.Channel)
            .OrderByDescending(rows => rows.Max(row => row.Revenue))
            .ThenBy(rows => rows.Key, StringComparer.Ordinal)
            .ToArray();
        console.Write(Chart("Revenue", byRevenue, row => row.Revenue, Figures.Money, console.Profile.Capabilities.Unicode));
        console.WriteLine();
        console.Write(Chart("Orders", byRevenue, row => row.Orders, Figures.Share, console.Profile.Capabilities.Unicode));
    }

    private static Padder Chart(string title, IGrouping<string, ChannelReport>[] channels, Func<ChannelReport, decimal> measure, Func<decimal, string> format, bool unicode)
    {
        var table = new Table { Border = TableBorder.None, ShowRowSeparators = false };
        table.AddColumn(new TableColumn(new Text(title, new Style(decoration: Decoration.Bold))) { NoWrap = true, Padding = new Padding(0, 0, 2, 0) });
        foreach (var (_, name, color) in _models)
        {
            table.AddColumn(new TableColumn("") { NoWrap = true, Alignment = Justify.Right, Padding = new Padding(0, 0, 1, 0) });
            table.AddColumn(new TableColumn(new Text(name, new Style(color))) { NoWrap = true, Width = BarWidth, Padding = new Padding(0, 0, 2, 0) });
        }

        var largest = channels.SelectMany(rows => rows).Select(measure).DefaultIfEmpty().Max();
        foreach (var rows in channels)
        {
            List<Text> cells = [new(rows.Key)];
            foreach (var (model, _, color) in _models)
            {
                var value = rows.Where(row => row.Model == model).Sum(measure);
                cells.Add(new Text(format(value)));
                cells.Add(new Text(Bar.Of(value, largest, BarWidth, unicode), new Style(color)));
            }

            table.AddRow(cells);
        }

        return new Padder(table, new Padding(2, 0, 0, 0));
    }
}
