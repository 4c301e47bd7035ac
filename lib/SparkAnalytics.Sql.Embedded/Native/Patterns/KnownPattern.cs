using System.Text.RegularExpressions;

namespace SparkAnalytics.Sql.Embedded.Native.Patterns;

/// <summary>
/// An expression that is sought in texts, by backtracking at first where that cannot take long: .NET's engine without backtracking is quicker over many texts, but the tables of a
/// long list of names take it a quarter of a second to make, which small runs would pay for a few hundred texts.
/// </summary>
internal sealed class KnownPattern
{
    /// <summary>What backtracking spends on so many texts is about what the tables take to make.</summary>
    private const int FewTexts = 10_000;

    private readonly string _pattern;
    private volatile Regex _regex;
    private int _left;

    private KnownPattern(string pattern, Regex first, int texts) => (_pattern, _regex, _left) = (pattern, first, texts);

    /// <param name="pattern">In .NET's terms.</param>
    /// <returns>Null where no engine can tell what is found, or tell it in time.</returns>
    /// <exception cref="ArgumentException">.NET takes it for no expression.</exception>
    public static KnownPattern? Of(string pattern) => Of(pattern, FewTexts);

    /// <param name="pattern">In .NET's terms.</param>
    /// <param name="texts">How many of them backtracking is for.</param>
    /// <inheritdoc cref="Of(string)"/>
    public static KnownPattern? Of(string pattern, int texts) =>
        IsSoonDone(pattern) && KnownPatterns.Backtracking(pattern) is { } backtracking ? new KnownPattern(pattern, backtracking, texts)
        : (WithoutBacktracking(pattern) ?? KnownPatterns.Backtracking(pattern)) is { } regex ? new KnownPattern(pattern, regex, texts: 0)
        : null;

    /// <summary>Whether it is found in a text.</summary>
    public bool IsIn(ReadOnlySpan<char> text)
    {
        var isFound = _regex.IsMatch(text);
        if (_left > 0 && Interlocked.Decrement(ref _left) == 0)
        {
            _regex = WithoutBacktracking(_pattern) ?? _regex;
        }

        return isFound;
    }

    /// <summary>No part of any length, or one alone from the text's begin on: with each more, the places to try are multiplied by the length of the text, which strangers choose.</summary>
    private static bool IsSoonDone(string pattern) =>
        pattern.Count(sign => sign is '*' or '+') + pattern.Split(",}").Length - 1 <= (pattern.StartsWith('^') ? 1 : 0);

    /// <summary>Null for an expression that is too long or needs backtracking.</summary>
    private static Regex? WithoutBacktracking(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }
}
