using System.Text.RegularExpressions;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>The regular expressions that RE2 and Java read alike: no look-around, back-references, possessive forms, flags, named groups, or classes within classes.</summary>
internal static class RegexSubset
{
    /// <summary>Says what is wrong with the pattern, or null if nothing is.</summary>
    public static string? Problem(string pattern) => Construct(pattern) ?? Syntax(pattern);

    private static string? Construct(string pattern)
    {
        var inClass = false;
        for (var i = 0; i < pattern.Length; i++)
        {
            var next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            switch (pattern[i])
            {
                case '\\' when char.IsAsciiLetterOrDigit(next) && !(inClass ? "dDwWsS" : "dDwWsSbB").Contains(next, StringComparison.Ordinal):
                    return $@"\{next} is not supported";
                case '\\':
                    i++;
                    break;
                case '[' when inClass:
                    return @"a [ within [...] must be written \[";
                case '[':
                    inClass = true;
                    break;
                case ']':
                    inClass = false;
                    break;
                case '&' when inClass && next == '&':
                    return "&& within [...] is not supported";
                case '(' when !inClass && next == '?' && (i + 2 >= pattern.Length || pattern[i + 2] != ':'):
                    return "of the groups that begin with (? only (?: is supported";
                case >= 'A' and <= 'Z':
                    return "values are compared in lower case, so an upper-case letter never matches";
            }
        }

        return null;
    }

    private static string? Syntax(string pattern)
    {
        try
        {
            // Without backtracking .NET takes about what RE2 takes, and refuses nested quantifiers such as a++.
            _ = new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            return null;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return exception.Message;
        }
    }
}
