using System.Text;

namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>
/// Patterns with long lists of words such that Java's engine need not try one word after the other: words that begin alike share their beginning, and a look at the next sign
/// tells whether any word can begin there. What is found somewhere in a text stays the same; which part of the text is found may not, so this is for questions only.
/// </summary>
internal static class PatternTries
{
    /// <summary>From how many words on a look at the next sign comes first.</summary>
    private const int ManyWords = 4;

    /// <summary>A question whether one of some patterns is found, in Java's syntax; null where one of them cannot be taken apart.</summary>
    /// <param name="patterns">Patterns of RE2's syntax.</param>
    public static string? AnyOf(IEnumerable<string> patterns)
    {
        var words = patterns.Select(pattern => new Parser(pattern).Parse()).ToList();
        return words.Contains(null) ? null : JavaPatterns.Translate(Join([.. words.SelectMany(list => list!).Select(BeginningAnywhere)]));
    }

    /// <summary>Where a match may begin anywhere, <c>(?:^|[^a-z])word</c> asks for a word with something before it: a look back, so that each try begins with a sign of the word.</summary>
    private static List<string> BeginningAnywhere(List<string> word) =>
        word is [['(', '?', ':', '^', '|', '[', '^', .. var signs, ']', ')'], ..] && !signs.Contains(']')
            ? [$"(?<![{signs}])", .. word[1..]]
            : word;

    private static string Join(List<List<string>> words)
    {
        var branches = words.Where(word => word.Count > 0)
            .GroupBy(word => word[0], StringComparer.Ordinal)
            .Select(group => (Signs: SignsOf([.. group]), Text: Branch(group.Key, [.. group.Select(word => word[1..])])))
            .ToList();
        var listed = branches.Where(branch => branch.Signs is not null).OrderBy(branch => branch.Signs, StringComparer.Ordinal).ToList();
        var others = branches.Where(branch => branch.Signs is null).Select(branch => branch.Text);
        var texts = listed.Count < ManyWords ? listed.Select(branch => branch.Text).Concat(others) : others.Append(Guarded(listed));
        return string.Join('|', words.Any(word => word.Count == 0) ? texts.Append("") : texts);
    }

    /// <summary>Java tries one branch after the other, so there are never many of them side by side.</summary>
    private static string Guarded(List<(string? Signs, string Text)> branches)
    {
        var signs = string.Concat(branches.Select(branch => branch.Signs).Distinct());
        var size = (int)Math.Ceiling(Math.Sqrt(branches.Count));
        var texts = branches.Count <= 2 * ManyWords ? branches.Select(branch => branch.Text) : branches.Chunk(size).Select(chunk => Guarded([.. chunk]));
        return $"(?=[{signs}])(?:{string.Join('|', texts)})";
    }

    private static string Branch(string first, List<List<string>> rests)
    {
        var result = new StringBuilder(first);
        while (rests.TrueForAll(rest => rest.Count > 0 && rest[0] == rests[0][0]))
        {
            result.Append(rests[0][0]);
            rests = [.. rests.Select(rest => rest[1..])];
        }

        return rests.TrueForAll(rest => rest.Count == 0) ? result.ToString() : $"{result}(?:{Join(rests)})";
    }

    private static string? SignsOf(List<List<string>> words)
    {
        var signs = words.Select(SignOf).Distinct().ToList();
        return signs.Contains(null) ? null : string.Concat(signs);
    }

    /// <summary>The sign that a word must begin with, as it stands in a class; null where there may be others or none.</summary>
    private static string? SignOf(List<string> word) => word[0] switch
    {
        ['(', '?', '<', '!', ..] when word.Count > 1 => SignOf(word[1..]),
        [>= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or ' ' or '/' or '_' or ':' or ';' or '%'] sign => sign,
        ['\\', '.' or '/' or '-' or '+' or '(' or ')' or ' ' or '[' or ']' or '?' or '*'] sign => sign,
        ['[', '.' or '-', ']'] sign => $@"\{sign[1]}",
        _ => null,
    };

    /// <summary>Takes a pattern apart: alternatives of parts, a part being a sign, an escape, a class or a group, with its quantifier.</summary>
    private sealed class Parser(string pattern)
    {
        private int _index;

        public List<List<string>>? Parse() => Alternatives() is { } words && _index == pattern.Length ? words : null;

        private List<List<string>>? Alternatives()
        {
            List<List<string>> words = [[]];
            while (_index < pattern.Length && pattern[_index] != ')')
            {
                if (pattern[_index] == '|')
                {
                    _index++;
                    words.Add([]);
                }
                else if (Part() is { } part)
                {
                    words[^1].Add(part + Quantifier());
                }
                else
                {
                    return null;
                }
            }

            return words;
        }

        private string? Part() => pattern[_index] switch
        {
            '(' => Group(),
            '[' => Class(),
            '\\' => Escape(),
            '*' or '+' or '?' or '{' => null,
            _ => Take(char.IsHighSurrogate(pattern[_index]) ? 2 : 1),
        };

        private string? Group()
        {
            var head = pattern.AsSpan(_index);
            if (head is ['(', '?', not ':', ..])
            {
                return null;
            }

            _index += head is ['(', '?', ':', ..] ? 3 : 1;
            if (Alternatives() is not { } words || _index == pattern.Length)
            {
                return null;
            }

            _index++;
            return $"(?:{Join(words)})";
        }

        private string? Class()
        {
            var end = _index + 1;
            end += end < pattern.Length && pattern[end] == '^' ? 1 : 0;
            end += end < pattern.Length && pattern[end] == ']' ? 1 : 0;
            while (end < pattern.Length && pattern[end] != ']')
            {
                if (pattern[end] == '[')
                {
                    return null;
                }

                end += pattern[end] == '\\' ? 2 : 1;
            }

            return end < pattern.Length ? Take(end + 1 - _index) : null;
        }

        /// <summary>Longer escapes (code points, classes by name, quotations) are left to the engine, and the pattern with them.</summary>
        private string? Escape() => _index + 1 < pattern.Length && pattern[_index + 1] is not ('x' or 'p' or 'P' or 'Q' or 'E' or (>= '0' and <= '9')) ? Take(2) : null;

        private string Quantifier()
        {
            var start = _index;
            if (_index < pattern.Length && pattern[_index] is '*' or '+' or '?')
            {
                _index++;
            }
            else if (_index < pattern.Length && pattern[_index] == '{' && pattern.IndexOf('}', _index) is > 0 and var end)
            {
                _index = end + 1;
            }

            _index += _index > start && _index < pattern.Length && pattern[_index] == '?' ? 1 : 0;
            return pattern[start.._index];
        }

        private string Take(int length)
        {
            var part = pattern.Substring(_index, length);
            _index += length;
            return part;
        }
    }
}
