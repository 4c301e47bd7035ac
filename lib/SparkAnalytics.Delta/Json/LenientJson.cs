using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Delta;

/// <summary>
/// JSON in which other writers put NaN and infinities without quotes, which JSON has no word for: they are read as the texts that Spark writes, <c>"NaN"</c>, <c>"Infinity"</c> and
/// <c>"-Infinity"</c>.
/// </summary>
internal static partial class LenientJson
{
    /// <summary>Parses a text; the usual one, which is JSON, costs nothing more.</summary>
    /// <exception cref="JsonException">The text is no JSON even so.</exception>
    public static JsonDocument Parse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException) when (BareNumber().IsMatch(text))
        {
            return JsonDocument.Parse(BareNumber().Replace(text, Quoted));
        }
    }

    /// <inheritdoc cref="Parse(string)"/>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            return JsonDocument.Parse(utf8);
        }
        catch (JsonException)
        {
            return Parse(Encoding.UTF8.GetString(utf8.Span));
        }
    }

    private static string Quoted(Match match) => match.Value[0] == '"'
        ? match.Value
        : (match.Value.TrimStart('-', '+')[0] is 'n' or 'N', match.Value[0]) switch
        {
            (true, _) => "\"NaN\"",
            (_, '-') => "\"-Infinity\"",
            _ => "\"Infinity\"",
        };

    /// <summary>A text in quotes, which stays, or a number that is none.</summary>
    [GeneratedRegex("""
        "(?:[^"\\]|\\.)*"|[-+]?\b(?:nan|inf(?:inity)?)\b
        """, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex BareNumber();
}
