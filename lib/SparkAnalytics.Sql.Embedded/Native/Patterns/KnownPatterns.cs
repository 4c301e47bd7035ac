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

    private static readonly ConcurrentDictionary<(string Java, bool HasGroup), Regex?> s_patterns = new();

    /// <summary>The expression that tells whether a pattern is found.</summary>
    public static Regex? Find(string java) => Find(java, hasGroup: false);

    /// <summary>The expression that tells what a pattern's first group takes; null also where it has no group.</summary>
    public static Regex? FindGroup(string java) => Find(java, hasGroup: true);

    private static Regex? Find(string java, bool hasGroup)
    {
        if (s_patterns.Count > MostPatterns)
        {
            s_patterns.Clear();
        }

        return s_patterns.GetOrAdd((java, hasGroup), key => Make(key.Java, key.HasGroup));
    }

    private static Regex? Make(string java, bool hasGroup)
    {
        if (java.Contains(Separator, StringComparison.Ordinal) || PatternTranslator.Translate(java) is not { } pattern)
        {
            return null;
        }

        try
        {
            // Of groups the engine without backtracking loses one that ends with a line break at the text's end.
            return hasGroup ? WithGroup(Backtracking(pattern)) : new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            return Backtracking(pattern);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static Regex? Backtracking(string pattern) =>
        pattern.Contains(")*", StringComparison.Ordinal) || pattern.Contains(")+", StringComparison.Ordinal) || pattern.Contains("){", StringComparison.Ordinal)
            ? null
            : new Regex(pattern, RegexOptions.CultureInvariant);

    private static Regex? WithGroup(Regex? pattern) => pattern?.GetGroupNumbers().Length > 1 ? pattern : null;
}
