using System.Globalization;

namespace SparkAnalytics.Sql.Printing;

/// <summary>Text that comes from data, fit for a screen: nothing in it that a terminal would obey or that turns the direction of letters.</summary>
public static class VisibleText
{
    /// <summary>The text with control and direction characters and other line breaks escaped: <c>\n</c>, <c>\r</c>, <c>\t</c>, else <c>\u001b</c>.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The text on one line.</returns>
    public static string Of(string text) => text.Any(IsHidden) ? string.Concat(text.Select(Shown)) : text;

    /// <summary>The same for a message of several lines, whose line breaks stay.</summary>
    /// <param name="text">The message.</param>
    /// <returns>The message.</returns>
    public static string Lines(string text) => string.Join('\n', text.Split('\n').Select(Of));

    private static bool IsHidden(char letter) =>
        char.IsControl(letter) || letter is '\u200e' or '\u200f' or '\u061c' or (>= '\u2028' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\ufeff';

    private static string Shown(char letter) => letter switch
    {
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        _ when IsHidden(letter) => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
        _ => letter.ToString(),
    };
}
