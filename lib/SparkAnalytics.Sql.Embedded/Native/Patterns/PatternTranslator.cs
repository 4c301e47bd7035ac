using System.Text;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Sql.Embedded.Native.Patterns;

/// <summary>
/// Java's regular expressions in .NET's words, where both are certain to find the same as DuckDB does: in ASCII, without flags, names, look-around and classes within classes.
/// </summary>
internal static partial class PatternTranslator
{
    private const string AnySpace = @"\t\n\x0B\f\r ";

    /// <summary>The pattern for .NET; null where it is beyond what is translated.</summary>
    public static string? Translate(string java)
    {
        var result = new StringBuilder(java.Length);
        var isInClass = false;
        for (var index = 0; index < java.Length; index++)
        {
            var sign = java[index];
            var part = sign == '\\' && index + 1 < java.Length
                ? Escape(java[++index], isInClass)
                : isInClass ? InClass(java, index) : Outside(java, index);
            if (part is null || !char.IsAscii(java[index]))
            {
                return null;
            }

            isInClass = sign switch { '[' => true, ']' => false, _ => isInClass };
            result.Append(part);
        }

        return isInClass ? null : result.ToString();
    }

    private static string? Escape(char sign, bool isInClass) => (sign, isInClass) switch
    {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('w', true) => "a-zA-Z0-9_",
        ('w', false) => "[a-zA-Z0-9_]",
        ('s', true) => AnySpace,
        ('s', false) => $"[{AnySpace}]",
        ('D', false) => "[^0-9]",
        ('W', false) => "[^a-zA-Z0-9_]",
        ('S', false) => $"[^{AnySpace}]",
        ('b', false) => @"\b",
        ('B', false) => @"\B",
        _ => char.IsAsciiLetterOrDigit(sign) || sign == '_' ? null : $"\\{sign}",
    };

    private static string? InClass(string java, int index) => java[index] switch
    {
        '[' or '&' or '^' when java[index] != '^' || java[index - 1] != '[' => null,
        ']' when java[index - 1] == '[' || java.AsSpan(0, index).EndsWith("[^") => null,
        var sign => sign.ToString(),
    };

    private static string? Outside(string java, int index) => java[index] switch
    {
        // The very end, also where a line break is there.
        '$' => @"\z",
        '(' when index + 1 < java.Length && java[index + 1] == '?' && !java.AsSpan(index).StartsWith("(?:") => null,
        '{' when !Repetition().IsMatch(java.AsSpan(index)) => null,
        '+' when index > 0 && java[index - 1] is '*' or '+' or '?' or '}' => null,
        var sign => sign.ToString(),
    };

    [GeneratedRegex(@"^\{[0-9]{1,3}(,[0-9]{0,3})?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Repetition();
}
