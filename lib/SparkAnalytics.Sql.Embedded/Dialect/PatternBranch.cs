namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>One of the alternatives that a regular expression of RE2 consists of.</summary>
/// <param name="Body">The alternative without what binds it to an end of the text.</param>
/// <param name="IsAtStart">Whether it begins where the text does.</param>
/// <param name="IsAtEnd">Whether it ends where the text does.</param>
internal sealed record PatternBranch(string Body, bool IsAtStart, bool IsAtEnd)
{
    /// <summary>The alternatives of a pattern; null where it holds flags, quotings or classes in classes, which change what its signs mean.</summary>
    public static IReadOnlyList<PatternBranch>? Split(string pattern)
    {
        if (pattern.Contains(@"\Q", StringComparison.Ordinal))
        {
            return null;
        }

        var branches = new List<PatternBranch>();
        var (start, depth, anchor) = (0, 0, -1);
        for (var index = 0; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '\\':
                    index++;
                    break;
                case '[':
                    index = EndOfClass(pattern, index);
                    break;
                case '(' when pattern.AsSpan(index).StartsWith("(?") && !pattern.AsSpan(index).StartsWith("(?:"):
                    return null;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '$' when depth == 0:
                    anchor = index;
                    break;
                case '|' when depth == 0:
                    branches.Add(Of(pattern[start..index], anchor - start));
                    start = index + 1;
                    break;
            }

            if (index < 0)
            {
                return null;
            }
        }

        return [.. branches, Of(pattern[start..], anchor - start)];
    }

    /// <param name="text">The alternative.</param>
    /// <param name="anchor">Where the last dollar sign outside of groups stands.</param>
    private static PatternBranch Of(string text, int anchor)
    {
        var isAtStart = text.StartsWith('^') && !(text.Length > 1 && text[1] is '*' or '+' or '?' or '{');
        var isAtEnd = anchor >= 0 && anchor == text.Length - 1;
        return new PatternBranch(text[(isAtStart ? 1 : 0)..(isAtEnd ? ^1 : ^0)], isAtStart, isAtEnd);
    }

    /// <summary>Where a class ends, or less than 0 where it has no end or another bracket in it.</summary>
    private static int EndOfClass(string pattern, int start)
    {
        // A closing bracket at once stands for itself.
        var index = start + 1;
        index += index < pattern.Length && pattern[index] == '^' ? 1 : 0;
        index += index < pattern.Length && pattern[index] == ']' ? 1 : 0;
        for (; index < pattern.Length; index++)
        {
            switch (pattern[index])
            {
                case '\\':
                    index++;
                    break;
                case ']':
                    return index;
                case '[':
                    return int.MinValue;
            }
        }

        return int.MinValue;
    }
}
