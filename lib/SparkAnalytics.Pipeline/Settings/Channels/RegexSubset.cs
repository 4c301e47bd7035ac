using System.Text.RegularExpressions;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>The regular expressions that RE2 and Java read alike: no look-around, back-references, possessive forms, flags, named groups, or classes within classes.</summary>
internal static partial class RegexSubset
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
                case '[' when next == ']' || pattern[i..].StartsWith("[^]", StringComparison.Ordinal):
                    return @"a ] as first of [...] must be written \]";
                case '[':
                    inClass = true;
                    break;
                case '{' when !inClass && !Repetition().IsMatch(pattern[i..]):
                    return @"a { that begins no repetition such as {2} or {2,5}, of at most 999, must be written \{";
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
            // What is left is read alike by .NET, too, which takes possessive forms such as a++ for nested quantifiers and refuses them.
            _ = new Regex(pattern, RegexOptions.CultureInvariant);
            return null;
        }
        catch (ArgumentException exception)
        {
            return exception.Message;
        }
    }

    // RE2 repeats up to 1000 times.
    [GeneratedRegex(@"^\{[0-9]{1,3}(,[0-9]{0,3})?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Repetition();
}
