using System.Text.Json;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>
/// Holds a query to the session's views where it may read nothing else. It looks at the statement as DuckDB parsed it, so that the message can say what is refused and where;
/// behind it stands DuckDB's own limit of the folders that it opens files in, which no statement can lift.
/// </summary>
internal static class QueryReach
{
    /// <summary>Functions in FROM that make rows of their arguments; all others may read files, settings or other statements.</summary>
    private static readonly HashSet<string> s_harmless = new(StringComparer.OrdinalIgnoreCase) { "range", "generate_series", "unnest", "repeat", "repeat_row", "json_each", "json_tree" };

    /// <exception cref="AnalysisException">The query reads something else.</exception>
    public static void Check(string body, JsonElement tree, string? advice)
    {
        var open = new Stack<JsonElement>([tree]);
        while (open.TryPop(out var element))
        {
            if (element.ValueKind == JsonValueKind.Object)
            {
                CheckSource(body, element, advice);
                foreach (var member in element.EnumerateObject())
                {
                    open.Push(member.Value);
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    open.Push(item);
                }
            }
        }
    }

    private static void CheckSource(string body, JsonElement element, string? advice)
    {
        switch (Text(element, "type"))
        {
            case "BASE_TABLE" or "SHOW_REF" when Text(element, "table_name") is { } table && table.AsSpan().ContainsAny("./\\:*?"):
                throw Refused($"'{table}' is a file");
            case "TABLE_FUNCTION" when element.TryGetProperty("function", out var function) && Text(function, "function_name") is { } name && !s_harmless.Contains(name):
                throw Refused($"the function {name} may read what is no table of the lakehouse");
        }

        AnalysisException Refused(string what) => QueryErrors.At(
            body, QueryErrors.Position(body, element, 0), $"{what}, and this query may read nothing but the tables" + (advice is null ? "" : $"; {advice}"));
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
