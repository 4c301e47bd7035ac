using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Printing;
using SparkAnalytics.Sql.Types;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace SparkAnalytics.Jobs.Output.Rows;

/// <summary>Rows for people: a table where it fits the width, otherwise one block for each row with a line for each column.</summary>
internal static class RowTable
{
    /// <summary>More rows than anybody reads; the table's layout needs all of them in memory.</summary>
    public const int MostRows = 1_000;

    private static readonly Style _faint = new(Color.Grey);

    /// <summary>Writes the rows.</summary>
    /// <param name="console">Where to.</param>
    /// <param name="schema">The columns.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="hasWidth">Whether lines have to fit the width; a file or pipe has none, there a line is as long as its row.</param>
    /// <returns>Whether there were more than <see cref="MostRows"/>.</returns>
    public static bool Write(IAnsiConsole console, StructType schema, IEnumerable<Row> rows, bool hasWidth)
    {
        var cells = new List<string?[]>();
        var hasMore = false;
        foreach (var row in rows)
        {
            hasMore = cells.Count == MostRows;
            if (hasMore)
            {
                break;
            }

            cells.Add([.. schema.Fields.Select((field, index) => row[index] is { } value ? CellText.Readable(value, field.DataType) : null)]);
        }

        var width = Width(schema, cells);
        if (hasWidth && width > console.Profile.Width && cells.Count > 0)
        {
            WriteBlocks(console, schema, cells);
        }
        else
        {
            WriteTable(console, schema, cells, width);
        }

        return hasMore;
    }

    private static int Width(StructType schema, List<string?[]> cells) =>
        schema.Fields.Select((field, index) => 3 + cells.Select(row => row[index] ?? "NULL").Append(VisibleText.Of(field.Name)).Max(text => text.GetCellWidth())).Sum() + 1;

    private static void WriteTable(IAnsiConsole console, StructType schema, List<string?[]> cells, int width)
    {
        var table = new Table { Border = TableBorder.Simple };
        foreach (var field in schema.Fields)
        {
            table.AddColumn(new TableColumn(new Text(VisibleText.Of(field.Name))) { NoWrap = true, Alignment = CellText.IsNumber(field.DataType) ? Justify.Right : Justify.Left });
        }

        foreach (var row in cells)
        {
            table.AddRow(row.Select(Cell));
        }

        var usual = console.Profile.Width;
        console.Profile.Width = Math.Max(usual, width + 2);
        console.Write(table);
        console.Profile.Width = usual;
    }

    private static void WriteBlocks(IAnsiConsole console, StructType schema, List<string?[]> cells)
    {
        for (var i = 0; i < cells.Count; i++)
        {
            console.Write(new Rule($"row {i + 1}") { Justification = Justify.Left, Style = _faint });
            var grid = new Grid().AddColumn(new GridColumn().NoWrap()).AddColumn();
            for (var column = 0; column < schema.Fields.Count; column++)
            {
                grid.AddRow(new Text(VisibleText.Of(schema.Fields[column].Name), _faint), Cell(cells[i][column]));
            }

            console.Write(grid);
        }
    }

    private static IRenderable Cell(string? text) => text is null ? new Text("NULL", _faint) : new Text(text);
}
