namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <summary>The pieces of a condition from left to right.</summary>
internal abstract class TokenReader(string text)
{
    private readonly List<ConditionToken> _tokens = ConditionTokens.Of(text);
    private int _next;

    protected ConditionToken Next => _tokens[_next];

    protected ConditionToken AfterNext => _tokens[Math.Min(_next + 1, _tokens.Count - 1)];

    protected ConditionToken Take() => Next.Kind == ConditionTokenKind.End ? Next : _tokens[_next++];

    protected bool SkipSign(string sign) => Skip(Next.IsSign(sign));

    protected bool SkipWord(string word) => Skip(Next.IsWord(word));

    /// <summary>Skips the first of these signs or words that stands here.</summary>
    /// <returns>The one found in lower case, or null.</returns>
    protected string? SkipAny(params ReadOnlySpan<string> choices)
    {
        foreach (var choice in choices)
        {
            if (SkipSign(choice) || SkipWord(choice))
            {
                return choice;
            }
        }

        return null;
    }

    protected void ExpectSign(string sign)
    {
        if (!SkipSign(sign))
        {
            throw Wrong($"'{sign}' is missing");
        }
    }

    protected void ExpectWord(string word)
    {
        if (!SkipWord(word))
        {
            throw Wrong($"{word.ToUpperInvariant()} is missing");
        }
    }

    /// <summary>The condition's text between two places.</summary>
    protected string Written(int start, int end) => text[start..end];

    protected UnsupportedConditionException Wrong(string problem) => Wrong(Next, problem);

    protected UnsupportedConditionException Wrong(ConditionToken at, string problem) =>
        new(text, at.Start, at.Kind == ConditionTokenKind.End ? at.Value : text[at.Start..at.End], problem);

    private bool Skip(bool isThere)
    {
        _next += isThere ? 1 : 0;
        return isThere;
    }
}
