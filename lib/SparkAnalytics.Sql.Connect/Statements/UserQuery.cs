using System.Globalization;
using System.Text.RegularExpressions;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>A person's query in Spark's SQL. In parentheses it can be a query only: Spark carries a command out where it is analyzed.</summary>
internal static partial class UserQuery
{
    private const string Before = "(\n";

    /// <exception cref="AnalysisException">There is no statement.</exception>
    public static Proto.Relation Of(string text)
    {
        var body = text.Trim().TrimEnd(';').TrimEnd();
        return body.Length > 0
            ? new() { Sql = new() { Query = $"{Before}{body}\n)" } }
            : throw new AnalysisException("The query is empty; write one such as: SELECT count(*) FROM a_table");
    }

    /// <summary>What is wrong with a query, with the lines counted as they were written.</summary>
    /// <param name="failure">The server's refusal.</param>
    /// <param name="advice">What helps where a table is not found, or null.</param>
    public static AnalysisException Error(QueryExecutionException failure, string? advice)
    {
        var message = Line().Replace(failure.Message, match => string.Create(CultureInfo.InvariantCulture, $"line {int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) - 1}"));
        message = message.Replace($"== SQL ==\n{Before}", "== SQL ==\n", StringComparison.Ordinal);
        message = message.EndsWith("\n)", StringComparison.Ordinal) ? message[..^2] : message;
        return new AnalysisException(failure.Kind == QueryErrorKind.NotFound && advice is not null ? $"{message}\n{advice}" : message);
    }

    [GeneratedRegex("\\bline ([0-9]+)")]
    private static partial Regex Line();
}
