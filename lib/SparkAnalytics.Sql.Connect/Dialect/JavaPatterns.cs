using System.Text;

namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>
/// Patterns such that Java's engine reads them as the in-process engine (RE2) does: <c>$</c> only at the very end, <c>.</c> all but a line feed, <c>\b</c> and <c>\B</c> between ASCII word signs.
/// </summary>
internal static class JavaPatterns
{
    private const string UnixLines = "(?d)";
    private const string Word = "[0-9A-Za-z_]";
    private const string Boundary = $"(?:(?<={Word})(?!{Word})|(?<!{Word})(?={Word}))";
    private const string NoBoundary = $"(?:(?<={Word})(?={Word})|(?<!{Word})(?!{Word}))";

    public static string Translate(string pattern)
    {
        var result = new StringBuilder(UnixLines, pattern.Length + UnixLines.Length);
        var depth = 0;
        for (var index = 0; index < pattern.Length; index++)
        {
            var sign = pattern[index];
            if (sign == '\\' && index + 1 < pattern.Length)
            {
                result.Append(Escape(pattern[++index], depth > 0));
                continue;
            }

            depth += sign switch { '[' => 1, ']' when depth > 0 => -1, _ => 0 };
            result.Append(sign == '$' && depth == 0 ? @"\z" : sign.ToString());
        }

        return result.ToString();
    }

    private static string Escape(char sign, bool isInClass) => sign switch
    {
        'b' when !isInClass => Boundary,
        'B' when !isInClass => NoBoundary,
        'Z' when !isInClass => @"\z",
        _ => $"\\{sign}",
    };
}
