using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>Texts on their way through DuckDB's appender, which ends a text at its first U+0000: that character is masked, and unmasked in the columns that hold a masked one.</summary>
/// <param name="columns">How many columns the rows have.</param>
internal sealed class AppendedText(int columns)
{
    private const string Mask = "\u0001";
    private const string MaskedNul = Mask + "\u0002";
    private const string MaskedMask = Mask + "\u0003";

    private readonly bool[] _isMasked = new bool[columns];

    /// <summary>The text as the appender keeps it whole.</summary>
    public string? Masked(string? text, int column)
    {
        if (text is null || text.AsSpan().IndexOfAny('\0', Mask[0]) < 0)
        {
            return text;
        }

        _isMasked[column] = true;
        return text.Replace(Mask, MaskedMask, StringComparison.Ordinal).Replace("\0", MaskedNul, StringComparison.Ordinal);
    }

    /// <summary>The SQL of a column's own values, once all rows are appended.</summary>
    public string Unmasked(string sql, int column, DataType type) => _isMasked[column] ? Unmasked(sql, type) : sql;

    private static string Unmasked(string sql, DataType type) => type is ArrayType array
        ? $"list_transform({sql}, lambda item: {Unmasked("item", array.ElementType)})"
        : $"replace(replace({sql}, {SqlText.Text(MaskedNul)}, {SqlText.Text("\0")}), {SqlText.Text(MaskedMask)}, {SqlText.Text(Mask)})";
}
