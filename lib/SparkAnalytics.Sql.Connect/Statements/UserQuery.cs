using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>A person's query in Spark's SQL. In parentheses it can be a query only: Spark carries a command out where it is analyzed.</summary>
internal static class UserQuery
{
    /// <exception cref="AnalysisException">There is no statement.</exception>
    public static Proto.Relation Of(string text)
    {
        var body = text.Trim().TrimEnd(';').TrimEnd();
        return body.Length > 0
            ? new() { Sql = new() { Query = $"({body}\n)" } }
            : throw new AnalysisException("The query is empty; write one such as: SELECT count(*) FROM a_table");
    }
}
