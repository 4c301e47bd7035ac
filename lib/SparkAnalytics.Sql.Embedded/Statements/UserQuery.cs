using System.Text.Json;
using DuckDB.NET.Data;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>A query that somebody wrote, in DuckDB's dialect: checked before it is run, run as it stands, and its errors told by its own lines.</summary>
internal static class UserQuery
{
    private const string Before = "DESCRIBE (\n";

    /// <summary>The query without a semicolon at its end, so that it can stand in parentheses; a line break must follow, as it may end with a comment.</summary>
    /// <exception cref="AnalysisException">There is no query, or more than one.</exception>
    public static string Body(string text)
    {
        var tokens = SqlTokens.Of(text).Where(token => token.Kind is not (SqlTokenKind.Blank or SqlTokenKind.Comment)).ToList();
        var end = text.Length;
        while (tokens.Count > 0 && IsSemicolon(tokens[^1]))
        {
            end = tokens[^1].Start;
            tokens.RemoveAt(tokens.Count - 1);
        }

        if (tokens.Count == 0)
        {
            throw new AnalysisException("The query is empty; write one such as: SELECT count(*) FROM a_table");
        }

        var first = tokens.FindIndex(IsSemicolon);
        return first < 0 ? text[..end] : throw QueryErrors.At(text, tokens[first + 1].Start, "there is a second statement; ask one query at a time");

        bool IsSemicolon(SqlToken token) => token.Kind == SqlTokenKind.Sign && text[token.Start] == ';';
    }

    /// <summary>The columns of a query, if it is one that may be asked.</summary>
    /// <exception cref="AnalysisException">It is no query, is wrong, or reads what it may not.</exception>
    public static StructType Describe(DuckSession session, string text, EmbeddedEngineOptions options)
    {
        var body = Body(text);
        using var tree = Parsed(session, body, options);
        if (options.OnlyBelow is not null)
        {
            QueryReach.Check(body, tree.RootElement, options.OnlyBelowAdvice);
        }

        session.Execute("SET errors_as_json = true");
        try
        {
            return SchemaText.Of(session, $"{Before}{body}\n)");
        }
        catch (QueryExecutionException error) when (error.InnerException is DuckDBException told)
        {
            throw QueryErrors.Of(body, Before.Length, told, Views(session));
        }
    }

    private static JsonDocument Parsed(DuckSession session, string body, EmbeddedEngineOptions options)
    {
        var json = (string)session.Scalar($"SELECT json_serialize_sql({SqlText.Text(body)}, skip_empty := true, skip_null := true)")!;
        var tree = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        if (!tree.RootElement.GetProperty("error").GetBoolean())
        {
            return tree;
        }

        var message = tree.RootElement.GetProperty("error_message").GetString()!;
        throw tree.RootElement.GetProperty("error_type").GetString() == "not implemented"
            ? QueryErrors.At(body, FirstWord(body), "only queries are run, which begin with SELECT, WITH, FROM, VALUES, DESCRIBE, SHOW or SUMMARIZE and change nothing" + (options.OnlyBelow is null ? "" : $"; {options.OnlyBelowAdvice}"))
            : QueryErrors.At(body, QueryErrors.Position(body, tree.RootElement, 0), message);
    }

    private static int FirstWord(string body) => SqlTokens.Of(body).First(token => token.Kind is not (SqlTokenKind.Blank or SqlTokenKind.Comment)).Start;

    private static string[] Views(DuckSession session) =>
        [.. session.Query("SELECT view_name FROM duckdb_views() WHERE NOT internal ORDER BY view_name", reader => reader.GetString(0))];
}
