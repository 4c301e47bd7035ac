using System.Buffers;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Jobs.Output.Rows;

/// <summary>Rows as CSV by RFC 4180: NULL is nothing between two commas, the empty text is two quotes.</summary>
internal static class RowCsv
{
    private static readonly SearchValues<char> _quotedFor = SearchValues.Create("\",\r\n");

    public static void Write(TextWriter writer, StructType schema, IEnumerable<Row> rows)
    {
        Line(writer, schema.Fields.Select(field => Field(field.Name)));
        foreach (var row in rows)
        {
            Line(writer, schema.Fields.Select((field, index) => row[index] is { } value ? Field(CellText.Exact(value, field.DataType)) : ""));
        }
    }

    private static void Line(TextWriter writer, IEnumerable<string> fields)
    {
        writer.Write(string.Join(',', fields));
        writer.Write("\r\n");
    }

    private static string Field(string text) => text.Length == 0 || text.AsSpan().ContainsAny(_quotedFor)
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
