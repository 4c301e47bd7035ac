using System.Globalization;
using System.Text;
using System.Text.Json;
using DuckDB.NET.Data;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Printing;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>Errors of a query, with their place in its own lines and the names that were probably meant.</summary>
internal static class QueryErrors
{
    private const int WidestLine = 100;

    /// <summary>An error at a place of a query: the line, and below it a sign that points at it.</summary>
    public static AnalysisException At(string body, int? place, string problem, string advice = "")
    {
        problem = VisibleText.Of(problem);
        advice = VisibleText.Of(advice);
        if (place is not { } at)
        {
            return new AnalysisException(problem + advice);
        }

        var start = at == 0 ? 0 : body.LastIndexOf('\n', at - 1) + 1;
        var end = body.IndexOf('\n', at) is var found and >= 0 ? found : body.Length;
        var number = 1 + body.AsSpan(0, start).Count('\n');
        var from = Math.Max(start, Math.Min(at - (WidestLine / 2), end - WidestLine));
        var to = Math.Min(end, from + WidestLine);
        var before = (from > start ? "... " : "") + VisibleText.Of(body[from..at]);
        var line = before + VisibleText.Of(body[at..to].TrimEnd('\r')) + (to < end ? " ..." : "");
        return new AnalysisException(string.Create(
            CultureInfo.InvariantCulture, $"{problem} (line {number}, column {at - start + 1}){advice}\n  {line}\n  {new string(' ', before.Length)}^"));
    }

    /// <summary>Where DuckDB points to, as an index of the query's text: it counts bytes of what was sent.</summary>
    public static int? Position(string body, JsonElement element, int before)
    {
        long? bytes = element.TryGetProperty("position", out var position) ? long.Parse(position.GetString()!, CultureInfo.InvariantCulture)
            : element.TryGetProperty("query_location", out var location) && location.TryGetInt64(out var place) ? place
            : null;
        var utf8 = Encoding.UTF8.GetBytes(body);
        return bytes - before is { } inside && inside >= 0 && inside <= utf8.Length ? Encoding.UTF8.GetCharCount(utf8, 0, (int)inside) : null;
    }

    /// <summary>What DuckDB says of a statement that it could not prepare: the query's fault, or that of what it reads.</summary>
    /// <param name="body">The query.</param>
    /// <param name="before">How many bytes stand before it in the statement.</param>
    /// <param name="told">DuckDB's error, its message in JSON.</param>
    /// <param name="views">The tables that there are.</param>
    public static Exception Of(string body, int before, DuckDBException told, IReadOnlyList<string> views)
    {
        if (!told.Message.StartsWith('{'))
        {
            return DuckErrors.Translate(told, isInterrupted: false);
        }

        using var json = JsonDocument.Parse(told.Message);
        var type = Text(json.RootElement, "exception_type") ?? "";
        var message = Text(json.RootElement, "exception_message") ?? "";
        if (type is not ("Parser" or "Syntax" or "Binder" or "Catalog" or "Not implemented" or "Parameter Not Resolved"))
        {
            return DuckErrors.Translate(type, message, told);
        }

        var (problem, advice) = InWords(json.RootElement, message, views);
        return At(body, Position(body, json.RootElement, before), problem, advice);
    }

    private static (string Problem, string Advice) InWords(JsonElement json, string message, IReadOnlyList<string> views)
    {
        var name = Text(json, "name");
        var candidates = Text(json, "candidates")?.Split(',') ?? [];
        return (Text(json, "error_subtype"), Text(json, "type")) switch
        {
            ("COLUMN_NOT_FOUND", _) when name is not null => ($"there is no column '{name}' here", Near(name, candidates)),
            ("MISSING_ENTRY", "Table") when name is not null => ($"there is no table '{name}'", Near(name, views)),
            ("MISSING_ENTRY", { } type) when name is not null => ($"there is no {(type.EndsWith("Function", StringComparison.Ordinal) ? "function" : type.ToLowerInvariant())} '{name}'", NearestNames.Close(name, candidates) is { } close ? $"; did you mean '{close}'?" : ""),
            _ => (string.Join(' ', message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)), ""),
        };
    }

    private static string Near(string name, IReadOnlyCollection<string> candidates) =>
        NearestNames.Close(name, candidates) is { } close ? $"; did you mean '{close}'?"
        : candidates.Count == 0 ? ""
        : $"; there are: {NearestNames.List(name, candidates)}";

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var member) ? member.GetString() : null;
}
