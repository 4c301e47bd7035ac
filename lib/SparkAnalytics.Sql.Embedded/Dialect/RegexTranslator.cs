using System.Text;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Java's regular expressions in RE2's words; what RE2 lacks is refused by name.</summary>
internal static partial class RegexTranslator
{
    /// <summary>The pattern for DuckDB.</summary>
    /// <exception cref="AnalysisException">The pattern holds what RE2 cannot do.</exception>
    public static string Pattern(string java)
    {
        if (Foreign().Match(java) is { Success: true } found)
        {
            throw new AnalysisException($"The embedded engine's regular expressions (RE2) have no '{found.Value}', which stands in '{java}': look-around, back references and possessive repeats are Java's only. Write the pattern without it.");
        }

        var result = new StringBuilder(java.Length);
        var isInClass = false;
        for (var index = 0; index < java.Length; index++)
        {
            var sign = java[index];
            if (sign == '\\' && index + 1 < java.Length)
            {
                result.Append(Escape(java[++index], isInClass));
                continue;
            }

            isInClass = sign switch { '[' => true, ']' => false, _ => isInClass };
            result.Append(sign);
        }

        return result.ToString();
    }

    /// <summary>
    /// The pattern for DuckDB that fits a whole text wherever the given one is found in it. What is bound to an end of the text is not sought elsewhere in it, so that most texts
    /// are left at their first sign.
    /// </summary>
    /// <exception cref="AnalysisException">The pattern holds what RE2 cannot do.</exception>
    public static string Around(string java)
    {
        var pattern = Pattern(java);
        var branches = PatternBranch.Split(pattern) ?? [new PatternBranch(pattern, false, false)];
        return string.Join('|', branches
            .GroupBy(branch => (branch.IsAtStart, branch.IsAtEnd), branch => branch.Body)
            .Select(alike => $"{(alike.Key.IsAtStart ? "" : "(?s:.*?)")}(?:{string.Join('|', alike)}){(alike.Key.IsAtEnd ? "" : "(?s:.*)")}"));
    }

    /// <summary>The replacement for DuckDB: <c>$1</c> becomes <c>\1</c>, and a quoted sign stands for itself.</summary>
    public static string Replacement(string java)
    {
        var result = new StringBuilder(java.Length);
        for (var index = 0; index < java.Length; index++)
        {
            var isLast = index + 1 == java.Length;
            _ = (java[index], isLast) switch
            {
                ('$', false) when char.IsAsciiDigit(java[index + 1]) => result.Append('\\').Append(java[++index]),
                ('\\', false) => result.Append(java[++index] == '\\' ? "\\\\" : java[index].ToString()),
                ('$', _) or ('\\', _) => throw new AnalysisException($"The replacement '{java}' holds '{java[index]}' without a group's number; write '\\{java[index]}' for the sign itself."),
                _ => result.Append(java[index]),
            };
        }

        return result.ToString();
    }

    /// <summary>The text that a pattern without any operator stands for, or null.</summary>
    public static string? AsPlainText(string java) =>
        PlainPattern().IsMatch(java) ? java.Replace("\\", string.Empty, StringComparison.Ordinal) : null;

    private static string Escape(char sign, bool isInClass) => sign switch
    {
        's' => isInClass ? @"\t\n\x0B\f\r " : @"[\t\n\x0B\f\r ]",
        'S' when !isInClass => @"[^\t\n\x0B\f\r ]",
        'h' => isInClass ? @"\t \x{A0}" : @"[\t \x{A0}]",
        'Z' => @"\z",
        _ => $"\\{sign}",
    };

    [GeneratedRegex(@"\(\?(?:[=!>]|<[=!])|(?<!\\)(?:\\\\)*\\[1-9k]|[*+?}]\+", RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();

    [GeneratedRegex(@"\A(?:[^\\.\[\](){}*+?^$|]|\\[^A-Za-z0-9])+\z", RegexOptions.CultureInvariant)]
    private static partial Regex PlainPattern();
}
