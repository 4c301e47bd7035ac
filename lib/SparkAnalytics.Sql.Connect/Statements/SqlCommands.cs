using SparkAnalytics.Sql.Connect.Wire;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Statements;

/// <summary>Statements of Spark's SQL that the engine sends itself.</summary>
internal static class SqlCommands
{
    /// <summary>A table by its path.</summary>
    public static string Table(string path) => $"delta.{Dialect.Terms.Quoted(path)}";

    public static string Text(string text) => $"'{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";

    /// <summary>Runs a statement and gives what it tells, as a relation.</summary>
    public static Proto.Relation Rows(string sql, SparkConnection connection)
    {
        return Result(sql, connection) ?? throw new QueryExecutionException(QueryErrorKind.Internal, $"The server gave no result for: {sql}");
    }

    /// <summary>Runs a statement for what it does.</summary>
    public static void Run(string sql, SparkConnection connection) => Result(sql, connection);

    private static Proto.Relation? Result(string sql, SparkConnection connection)
    {
        var plan = new Proto.Plan { Command = new() { SqlCommand = new() { Input = new() { Sql = new() { Query = sql } } } } };
        Proto.Relation? result = null;
        using var operation = connection.Start(plan);
        while (operation.Next() is { } response)
        {
            result = response.SqlCommandResult?.Relation ?? result;
        }

        return result;
    }
}
