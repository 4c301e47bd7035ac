using System.Globalization;
using System.Text;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Printing;

/// <summary>Rows as Spark's <c>show</c> lays them out.</summary>
internal static class TableText
{
    private const int MinimumWidth = 3;

    public static string Of(StructType schema, IReadOnlyList<Row> rows, int wanted, int truncate, bool vertical)
    {
        var names = schema.Fields.Select(member => Escape(member.Name)).ToArray();
        var cells = rows.Take(wanted).Select(row => row.Values.Select((value, index) => Cut(Escape(ValueText.Of(value, schema.Fields[index].DataType)), truncate)).ToArray()).ToList();
        var text = new StringBuilder();
        if (vertical)
        {
            AppendRecords(text, names, cells);
        }
        else
        {
            AppendTable(text, [.. names.Select(name => Cut(name, truncate))], cells, truncate > 0);
        }

        if (vertical && rows.Count == 0)
        {
            text.Append("(0 rows)\n");
        }
        else if (rows.Count > wanted)
        {
            text.Append(CultureInfo.InvariantCulture, $"only showing top {wanted} {(wanted == 1 ? "row" : "rows")}\n");
        }

        return text.ToString();
    }

    private static void AppendTable(StringBuilder text, string[] names, List<string[]> cells, bool alignRight)
    {
        var widths = names.Select((name, index) => cells.Select(row => Width(row[index])).Append(Width(name)).Append(MinimumWidth).Max()).ToArray();
        var line = $"+{string.Join('+', widths.Select(width => new string('-', width)))}+\n";
        text.Append(line);
        AppendRow(text, names, widths, alignRight);
        text.Append(line);
        cells.ForEach(row => AppendRow(text, row, widths, alignRight));
        text.Append(line);
    }

    private static void AppendRow(StringBuilder text, string[] cells, int[] widths, bool alignRight)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            var fill = new string(' ', widths[index] - Width(cells[index]));
            text.Append('|').Append(alignRight ? fill : "").Append(cells[index]).Append(alignRight ? "" : fill);
        }

        text.Append("|\n");
    }

    private static void AppendRecords(StringBuilder text, string[] names, List<string[]> cells)
    {
        var nameWidth = names.Select(Width).Append(MinimumWidth).Max();
        var valueWidth = cells.SelectMany(row => row).Select(Width).Append(MinimumWidth).Max();
        for (var record = 0; record < cells.Count; record++)
        {
            text.Append(string.Create(CultureInfo.InvariantCulture, $"-RECORD {record}").PadRight(nameWidth + valueWidth + 5, '-')).Append('\n');
            for (var index = 0; index < names.Length; index++)
            {
                text.Append(' ').Append(names[index]).Append(' ', nameWidth - Width(names[index])).Append(" | ")
                    .Append(cells[record][index]).Append(' ', valueWidth - Width(cells[record][index])).Append(" \n");
            }
        }
    }

    private static string Cut(string text, int truncate) => truncate <= 0 || text.Length <= truncate
        ? text
        : truncate < 4 ? text[..truncate] : text[..(truncate - 3)] + "...";

    private static string Escape(string text) => text
        .Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal)
        .Replace("\f", "\\f", StringComparison.Ordinal).Replace("\b", "\\b", StringComparison.Ordinal)
        .Replace("\v", "\\v", StringComparison.Ordinal).Replace("\a", "\\a", StringComparison.Ordinal);

    /// <summary>How many columns of a terminal a text takes: characters of East Asia take two.</summary>
    private static int Width(string text) => text.Length + text.Count(IsWide);

    private static bool IsWide(char character) => character is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3'
        or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6';
}
