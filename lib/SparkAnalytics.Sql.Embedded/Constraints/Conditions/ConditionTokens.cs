using System.Text.RegularExpressions;

namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <summary>Cuts a condition into pieces by the rules of Spark 4.0 (<c>SqlBaseLexer.g4</c>).</summary>
internal static partial class ConditionTokens
{
    /// <summary>A longer condition would nest deeper than what follows can walk through.</summary>
    private const int Most = 2000;

    /// <summary>The longest signs first.</summary>
    private static readonly string[] s_signs =
    [
        ">>>", "<=>", "==", "!=", "<>", "<=", ">=", "<<", ">>", "||", "::", "->", "=>",
        "=", "<", ">", "+", "-", "*", "/", "%", "&", "|", "^", "~", "!", "(", ")", "[", "]", ",", ".",
    ];

    /// <summary>All pieces, <see cref="ConditionTokenKind.End"/> last; comments are left out.</summary>
    /// <exception cref="UnsupportedConditionException">A sign is unknown, a text does not end, or there are too many pieces.</exception>
    public static List<ConditionToken> Of(string text)
    {
        var tokens = new List<ConditionToken>();
        for (var place = AfterBlanks(text, 0); place < text.Length; place = AfterBlanks(text, tokens[^1].End))
        {
            tokens.Add(tokens.Count < Most ? At(text, place) : throw Wrong(text, place, "the condition is too long"));
        }

        tokens.Add(new ConditionToken(ConditionTokenKind.End, text.Length, text.Length, "end of text"));
        return tokens;
    }

    private static ConditionToken At(string text, int start)
    {
        var sign = text[start];
        if (sign is '\'' or '"')
        {
            return Quoted(text, start, start, isRaw: false);
        }

        if (sign is 'r' or 'R' && start + 1 < text.Length && text[start + 1] is '\'' or '"')
        {
            return Quoted(text, start, start + 1, isRaw: true);
        }

        if (sign == '`')
        {
            var match = InBackticks().Match(text, start);
            return match.Success
                ? new ConditionToken(ConditionTokenKind.Name, start, start + match.Length, match.Value[1..^1].Replace("``", "`", StringComparison.Ordinal))
                : throw Wrong(text, start, "a backtick is missing");
        }

        if (char.IsAsciiDigit(sign) || (sign == '.' && start + 1 < text.Length && char.IsAsciiDigit(text[start + 1])))
        {
            var match = Number().Match(text, start);
            return match.Success ? new ConditionToken(ConditionTokenKind.Number, start, start + match.Length, match.Value) : throw Wrong(text, start, "this is no number");
        }

        if (Word().Match(text, start) is { Success: true } word)
        {
            return new ConditionToken(ConditionTokenKind.Word, start, start + word.Length, word.Value);
        }

        return Array.Find(s_signs, known => string.CompareOrdinal(text, start, known, 0, known.Length) == 0) is { } found
            ? new ConditionToken(ConditionTokenKind.Sign, start, start + found.Length, found)
            : throw Wrong(text, start, "this sign is not known");
    }

    private static ConditionToken Quoted(string text, int start, int open, bool isRaw)
    {
        for (var place = open + 1; place < text.Length; place++)
        {
            if (text[place] == text[open])
            {
                var inner = text[(open + 1)..place];
                return new ConditionToken(ConditionTokenKind.Text, start, place + 1, isRaw ? inner : TextEscapes.Resolve(inner));
            }

            place += !isRaw && text[place] == '\\' ? 1 : 0;
        }

        throw Wrong(text, start, "the text does not end");
    }

    private static int AfterBlanks(string text, int place)
    {
        while (place < text.Length)
        {
            var next = char.IsWhiteSpace(text[place]) ? place + 1
                : LineComment().Match(text, place) is { Success: true } line ? place + line.Length
                : text.AsSpan(place).StartsWith("/*") ? AfterComment(text, place)
                : place;
            if (next == place)
            {
                break;
            }

            place = next;
        }

        return place;
    }

    private static int AfterComment(string text, int start)
    {
        if (text.AsSpan(start).StartsWith("/*+"))
        {
            throw Wrong(text, start, "hints are not known");
        }

        var depth = 0;
        for (var place = start; place + 1 < text.Length; place++)
        {
            var step = (text[place], text[place + 1]) switch { ('/', '*') => 1, ('*', '/') => -1, _ => 0 };
            depth += step;
            place += Math.Abs(step);
            if (depth == 0)
            {
                return place + 1;
            }
        }

        throw Wrong(text, start, "the comment does not end");
    }

    private static UnsupportedConditionException Wrong(string text, int place, string problem) => new(text, place, Near().Match(text, place).Value, problem);

    [GeneratedRegex(@"\G(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?(?:[bB][dD]|[lLsSyYdDfF])?(?![A-Za-z0-9_])")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[A-Za-z_][A-Za-z0-9_]*")]
    private static partial Regex Word();

    [GeneratedRegex(@"\G`(?:[^`]|``)*`")]
    private static partial Regex InBackticks();

    [GeneratedRegex(@"\G--(?:\\\n|[^\r\n])*")]
    private static partial Regex LineComment();

    [GeneratedRegex(@"\G(?:[\p{L}0-9_]+|.)", RegexOptions.Singleline)]
    private static partial Regex Near();
}
