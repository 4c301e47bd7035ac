namespace SparkAnalytics.Sql.Embedded.Syntax;

/// <summary>What a piece of SQL is.</summary>
internal enum SqlTokenKind
{
    /// <summary>One blank or line break.</summary>
    Blank,

    /// <summary><c>-- to the end of the line</c>, without its line break, or <c>/* with others inside */</c>.</summary>
    Comment,

    /// <summary>A constant text or a name in quotes: every sign of it counts.</summary>
    Quoted,

    /// <summary>A key word, a bare name or a number.</summary>
    Word,

    /// <summary>One other sign.</summary>
    Sign,
}

/// <summary>A piece of SQL.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where the next one begins.</param>
internal readonly record struct SqlToken(SqlTokenKind Kind, int Start, int End);

/// <summary>Cuts SQL into pieces by DuckDB's rules, so that nothing is changed inside of literals, names and comments.</summary>
internal static class SqlTokens
{
    /// <summary>All pieces; one that is not closed goes to the end.</summary>
    public static IEnumerable<SqlToken> Of(string sql)
    {
        for (var start = 0; start < sql.Length;)
        {
            var token = At(sql, start);
            yield return token;
            start = token.End;
        }
    }

    private static SqlToken At(string sql, int start) => (sql[start], start + 1 < sql.Length ? sql[start + 1] : '\0') switch
    {
        ('-', '-') => new(SqlTokenKind.Comment, start, sql.AsSpan(start).IndexOfAny('\n', '\r') is var length and >= 0 ? start + length : sql.Length),
        ('/', '*') => new(SqlTokenKind.Comment, start, AfterComment(sql, start)),
        ('\'', _) => new(SqlTokenKind.Quoted, start, AfterQuote(sql, start, '\'', hasEscapes: false)),
        ('"', _) => new(SqlTokenKind.Quoted, start, AfterQuote(sql, start, '"', hasEscapes: false)),
        ('e' or 'E', '\'') => new(SqlTokenKind.Quoted, start, AfterQuote(sql, start + 1, '\'', hasEscapes: true)),
        ('$', _) when Dollars(sql, start) is { } mark => new(SqlTokenKind.Quoted, start, sql.IndexOf(mark, start + mark.Length, StringComparison.Ordinal) is var end and >= 0 ? end + mark.Length : sql.Length),
        (var sign, _) when char.IsWhiteSpace(sign) => new(SqlTokenKind.Blank, start, start + 1),
        (var sign, _) when IsOfWord(sign) => new(SqlTokenKind.Word, start, AfterWord(sql, start)),
        _ => new(SqlTokenKind.Sign, start, start + 1),
    };

    private static int AfterWord(string sql, int start)
    {
        var end = start;
        while (end < sql.Length && (IsOfWord(sql[end]) || sql[end] == '$'))
        {
            end++;
        }

        return end;
    }

    private static int AfterQuote(string sql, int start, char quote, bool hasEscapes)
    {
        for (var i = start + 1; i < sql.Length; i++)
        {
            if (hasEscapes && sql[i] == '\\')
            {
                i++;
            }
            else if (sql[i] == quote && (i + 1 == sql.Length || sql[i + 1] != quote))
            {
                return i + 1;
            }
            else if (sql[i] == quote)
            {
                i++;
            }
        }

        return sql.Length;
    }

    private static int AfterComment(string sql, int start)
    {
        var depth = 0;
        for (var i = start; i + 1 < sql.Length; i++)
        {
            var step = (sql[i], sql[i + 1]) switch { ('/', '*') => 1, ('*', '/') => -1, _ => 0 };
            depth += step;
            i += Math.Abs(step);
            if (depth == 0)
            {
                return i + 1;
            }
        }

        return sql.Length;
    }

    /// <summary>The mark <c>$$</c> or <c>$name$</c> that a text begins and ends with; null where it is none, as in <c>$1</c>.</summary>
    private static string? Dollars(string sql, int start)
    {
        var end = start + 1;
        while (end < sql.Length && IsOfWord(sql[end]))
        {
            end++;
        }

        return end < sql.Length && sql[end] == '$' && !char.IsAsciiDigit(sql[start + 1]) ? sql[start..(end + 1)] : null;
    }

    private static bool IsOfWord(char sign) => char.IsAsciiLetterOrDigit(sign) || sign is '_' or > '\u007f';
}
