using System.Runtime.CompilerServices;

namespace SparkAnalytics.Sql.Embedded.Syntax;

/// <summary>
/// SQL as it is put together, one SELECT within another: an interpolated string of this type holds the inner SQL itself and not a copy, so that a statement of many layers is written out once,
/// at its end.
/// </summary>
[InterpolatedStringHandler]
internal sealed class NestedSql
{
    private readonly List<object> _parts;

    public NestedSql(int literalLength, int formattedCount) => _parts = new List<object>((2 * formattedCount) + 1);

    private NestedSql(string text) => _parts = [text];

    /// <summary>SQL that has none within. It has a name, since a text that turned into this by itself would be the copy which this is there to avoid.</summary>
    /// <param name="text">The SQL.</param>
    public static NestedSql Of(string text) => new(text);

    public void AppendLiteral(string text) => _parts.Add(text);

    public void AppendFormatted(string text) => _parts.Add(text);

    public void AppendFormatted(NestedSql inner) => _parts.Add(inner);

    /// <summary>The whole text.</summary>
    public override string ToString() => string.Create(Length(), this, static (room, sql) => sql.Write(room));

    private int Length() => _parts.Sum(part => part is NestedSql inner ? inner.Length() : ((string)part).Length);

    private int Write(Span<char> room)
    {
        var written = 0;
        foreach (var part in _parts)
        {
            if (part is NestedSql inner)
            {
                written += inner.Write(room[written..]);
            }
            else
            {
                var text = (string)part;
                text.CopyTo(room[written..]);
                written += text.Length;
            }
        }

        return written;
    }
}
