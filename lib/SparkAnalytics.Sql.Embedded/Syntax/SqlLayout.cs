using System.Text;

namespace SparkAnalytics.Sql.Embedded.Syntax;

/// <summary>Lays SQL out for people to read. What is run is never laid out: a line break may be part of a literal.</summary>
internal static class SqlLayout
{
    /// <summary>The lines between an opening parenthesis at the end of a line and its closing one, indented by two; literals, names and comments stay as they are.</summary>
    public static string Indented(string sql)
    {
        var text = new StringBuilder();
        var open = new Stack<bool>();
        foreach (var token in SqlTokens.Of(sql))
        {
            var piece = sql[token.Start..token.End];
            text.Append(piece);
            switch (piece)
            {
                case "(":
                    open.Push(At(sql, token.End) == '\n');
                    break;
                case ")" when open.Count > 0:
                    open.Pop();
                    break;
                case "\n":
                    var closes = At(sql, token.End) == ')' && open.TryPeek(out var isBlock) && isBlock ? 1 : 0;
                    text.Append(' ', 2 * (open.Count(block => block) - closes));
                    break;
            }
        }

        return text.ToString();
    }

    private static char At(string sql, int place) => place < sql.Length ? sql[place] : '\0';
}
