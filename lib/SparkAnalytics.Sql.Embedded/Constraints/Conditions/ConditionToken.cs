namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <summary>What a piece of a condition is.</summary>
internal enum ConditionTokenKind
{
    /// <summary>A bare name or a key word.</summary>
    Word,

    /// <summary>A name in backticks.</summary>
    Name,

    /// <summary>A number with its suffix, without a sign.</summary>
    Number,

    /// <summary>A text in quotes.</summary>
    Text,

    /// <summary>An operator, a bracket, a comma or a point.</summary>
    Sign,

    /// <summary>Behind the last piece.</summary>
    End,
}

/// <summary>A piece of a condition.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Value">A name without its backticks, a text with its escapes resolved, else the piece as written.</param>
internal readonly record struct ConditionToken(ConditionTokenKind Kind, int Start, int End, string Value)
{
    /// <summary>Whether it is a word, in any case.</summary>
    public bool IsWord(string word) => Kind == ConditionTokenKind.Word && Value.Equals(word, StringComparison.OrdinalIgnoreCase);

    public bool IsSign(string sign) => Kind == ConditionTokenKind.Sign && Value == sign;
}
