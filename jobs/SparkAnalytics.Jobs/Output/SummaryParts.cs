using Spectre.Console;

namespace SparkAnalytics.Jobs.Output;

/// <summary>What the summary of a run and the status of a lakehouse are made of.</summary>
internal static class SummaryParts
{
    /// <summary>Figures in lines: a name, the figure, and what it means.</summary>
    public static Padder Facts(IReadOnlyList<(string Name, string Figure, string Remark)> facts)
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

    /// <summary>What deserves a look, each in a block behind a mark.</summary>
    public static Padder Warnings(IEnumerable<string> texts)
    {
        var warnings = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn(new GridColumn().Padding(0, 0, 0, 0));
        foreach (var text in texts)
        {
            warnings.AddRow(new Text("!", new Style(Color.Yellow, decoration: Decoration.Bold)), new Text(text));
        }

        return new Padder(warnings, new Padding(2, 0, 0, 0));
    }

    /// <summary>A table whose columns after the first ones are figures.</summary>
    public static Table Table(int texts, params ReadOnlySpan<string> titles)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (var index = 0; index < titles.Length; index++)
        {
            table.AddColumn(new TableColumn(titles[index]) { NoWrap = true, Alignment = index < texts ? Justify.Left : Justify.Right });
        }

        return table;
    }
}
