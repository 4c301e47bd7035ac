using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Sql.Embedded.Native.Patterns;

/// <summary>
/// Regular expressions that C# runs instead of DuckDB, each made once, for texts as <see cref="AsciiText"/> gives them. None is found where only DuckDB can tell what it
/// finds, or tell it in time: .NET's engine without backtracking takes short patterns only, and the other may take for ever over repeated groups.
/// </summary>
internal static class KnownPatterns
{
    /// <summary>Between the patterns of a list that is handed over as one text.</summary>
    public const char Separator = '\u001F';

    private const int MostPatterns = 1024;

    private static readonly ConcurrentDictionary<string, KnownPattern?> s_patterns = new();
    private static readonly ConcurrentDictionary<string, Regex?> s_groups = new();

    /// <summary>The expression that tells whether a pattern is found.</summary>
    public static KnownPattern? Find(string java) => Find(s_patterns, java, KnownPattern.Of);

    /// <summary>The expression that tells what a pattern's first group takes; null also where it has no group.</summary>
    /// <remarks>Of groups the engine without backtracking loses one that ends with a line break at the text's end.</remarks>
    public static Regex? FindGroup(string java) => Find(s_groups, java, pattern => WithGroup(Backtracking(pattern)));

    /// <summary>The expression as it is run by backtracking, or null where that may take for ever.</summary>
    /// <exception cref="ArgumentException">.NET takes it for no expression.</exception>
    public static Regex? Backtracking(string pattern) =>
        pattern.Contains(")*", StringComparison.Ordinal) || pattern.Contains(")+", StringComparison.Ordinal) || pattern.Contains("){", StringComparison.Ordinal)
            ? null
            : new Regex(pattern, RegexOptions.CultureInvariant);

    private static T? Find<T>(ConcurrentDictionary<string, T?> known, string java, Func<string, T?> make)
        where T : class
    {
        if (known.Count > MostPatterns)
        {
            known.Clear();
        }

        return known.GetOrAdd(java, key => Make(key, make));
    }

    private static T? Make<T>(string java, Func<string, T?> make)
        where T : class
    {
        if (java.Contains(Separator, StringComparison.Ordinal) || PatternTranslator.Translate(java) is not { } pattern)
        {
            return null;
        }

        try
        {
            return make(pattern);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Regex? WithGroup(Regex? pattern) => pattern?.GetGroupNumbers().Length > 1 ? pattern : null;
}
