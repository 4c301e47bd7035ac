using System.Globalization;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>The name that Spark gives a column without an alias, e.g. <c>sum(amount)</c> or <c>(a + 1)</c>; also what messages call an expression.</summary>
public static class ExpressionName
{
    private static readonly HashSet<string> s_infix = ["+", "-", "*", "/", "%", "div", "<", "<=", ">", ">=", "<=>", "&", "|", "^"];

    /// <summary>The name of an expression, resolved or not.</summary>
    /// <param name="expression">The expression.</param>
    /// <returns>The name.</returns>
    public static string Of(Expression expression) => expression switch
    {
        Alias alias => alias.Name,
        AttributeReference column => column.Name,
        UnresolvedColumn column => string.Join('.', column.NameParts),
        UnresolvedStar star => star.Qualifier is null ? "*" : star.Qualifier + ".*",
        Literal literal => ValueText.Of(literal.Value, literal.DataType),
        Cast cast => $"{(cast.IsTry ? "TRY_CAST" : "CAST")}({Of(cast.Child)} AS {cast.To.SimpleString.ToUpperInvariant()})",
        SortOrder order => $"{Of(order.Child)} {(order.Ascending ? "ASC" : "DESC")} NULLS {(order.NullsFirst ? "FIRST" : "LAST")}",
        WindowExpression window => $"{Of(window.Function)} OVER ({OfWindow(window)})",
        FunctionCall call => OfCall(call),
        _ => expression.ToString(),
    };

    /// <summary>The name of an output column: as <see cref="Of"/>, but a cast column keeps its own name and a member has the member's.</summary>
    /// <param name="expression">The expression as the caller wrote it.</param>
    /// <returns>The name.</returns>
    public static string OfColumn(Expression expression) => expression switch
    {
        Cast { Child: UnresolvedColumn or AttributeReference or Alias } cast => OfColumn(cast.Child),
        UnresolvedColumn column => column.NameParts[^1],
        FunctionCall { Name: "getitem", Arguments: [{ } container, Literal { Value: string member }] } when container is AttributeReference or FunctionCall { Name: "getitem" } => member,
        _ => Of(expression),
    };

    private static string OfCall(FunctionCall call)
    {
        var arguments = call.Arguments.Select(Of).ToArray();
        return (call.Name, arguments) switch
        {
            ("==" or "=", [var left, var right]) => $"({left} = {right})",
            ("!=" or "<>", [var left, var right]) => $"(NOT ({left} = {right}))",
            ("and" or "or", [var left, var right]) => $"({left} {call.Name.ToUpperInvariant()} {right})",
            ("not", [var value]) => $"(NOT {value})",
            ("negative", [var value]) => $"(- {value})",
            ("isnull", [var value]) => $"({value} IS NULL)",
            ("isnotnull", [var value]) => $"({value} IS NOT NULL)",
            ("in", [var value, .. var items]) => $"({value} IN ({string.Join(", ", items)}))",
            ("between", [var value, var low, var high]) => $"between({value}, {low}, {high})",
            ("like", [var value, var pattern]) => $"{value} LIKE {pattern}",
            ("rlike", [var value, var pattern]) => $"RLIKE({value}, {pattern})",
            ("getitem", [var container, var key]) => call.Arguments[1] is Literal { Value: string } ? $"{container}.{key}" : $"{container}[{key}]",
            ("count", ["*"]) => "count(1)",
            ("when", _) => Case(arguments),
            ("lag" or "lead", [var value, var offset, var otherwise, _]) => $"{call.Name}({value}, {offset}, {otherwise})",
            ("first" or "last", [var value, _]) => $"{call.Name}({value})",
            _ when s_infix.Contains(call.Name) && arguments.Length == 2 => $"({arguments[0]} {call.Name} {arguments[1]})",
            _ => $"{call.Name}({(call.IsDistinct ? "DISTINCT " : "")}{string.Join(", ", arguments)})",
        };
    }

    private static string Case(string[] arguments)
    {
        var branches = arguments.Chunk(2).Select(pair => pair.Length == 2 ? $" WHEN {pair[0]} THEN {pair[1]}" : $" ELSE {pair[0]}");
        return $"CASE{string.Concat(branches)} END";
    }

    private static string OfWindow(WindowExpression window)
    {
        var parts = new List<string>();
        if (!window.PartitionBy.IsEmpty)
        {
            parts.Add("PARTITION BY " + string.Join(", ", window.PartitionBy.Select(Of)));
        }

        if (!window.OrderBy.IsEmpty)
        {
            parts.Add("ORDER BY " + string.Join(", ", window.OrderBy.Select(Of)));
        }

        if (window.Frame is { } frame)
        {
            parts.Add($"{(frame.ByRows ? "ROWS" : "RANGE")} BETWEEN {Border(frame.Start)} AND {Border(frame.End)}");
        }

        return string.Join(' ', parts);
    }

    private static string Border(long offset) => offset switch
    {
        long.MinValue => "UNBOUNDED PRECEDING",
        long.MaxValue => "UNBOUNDED FOLLOWING",
        0 => "CURRENT ROW",
        < 0 => string.Create(CultureInfo.InvariantCulture, $"{-offset} PRECEDING"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{offset} FOLLOWING"),
    };
}
