using System.Collections.Frozen;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>
/// What a projection computes several times is computed once, in a projection below it: DuckDB shares nothing inside of CASE. Only what cannot fail and what is computed for
/// each row anyway, since a branch that is not taken may fail, or cost more than all others.
/// </summary>
internal static class SharedExpressions
{
    /// <summary>Functions that cost enough to be kept.</summary>
    private static readonly FrozenSet<string> s_kept = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "trim", "ltrim", "rtrim", "translate", "lower", "upper", "substring", "substring_index", "concat", "concat_ws", "coalesce", "when", "rlike", "like", "contains", "startswith", "endswith",
        "regexp_extract", "first_match", "url_host", "url_tags", "url_has_parameter", "is_json_object", "json_string", "json_number", "get_json_object", "md5", "length");

    /// <summary>Functions that cannot fail either, but cost less than a column.</summary>
    private static readonly FrozenSet<string> s_cheap = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "==", "!=", "<", "<=", ">", ">=", "<=>", "and", "or", "not", "isnull", "isnotnull", "in", Dialect.EngineFunctions.JsonValue);

    public static Relation Apply(Relation relation)
    {
        var inner = relation.MapInputs(Apply);
        return inner is Project project ? Share(project) : inner;
    }

    /// <summary>One projection, what it computes twice below it, the smallest parts lowest.</summary>
    private static Project Share(Project project)
    {
        if (project.Expressions.Any(expression => expression.Value.MakesRows() || expression.Value.Holds<WindowExpression>()))
        {
            return project;
        }

        var uses = new Dictionary<string, Use>(StringComparer.Ordinal);
        foreach (var expression in project.Expressions)
        {
            Count(expression.Value, isCertain: true, uses);
        }

        var shared = uses.Where(use => use.Value is { Count: > 1, IsCertain: true }).ToDictionary(StringComparer.Ordinal);
        var lowest = shared.Where(use => !use.Value.Expression.Children.SelectMany(ExpressionTrees.SelfAndBelow).Any(part => ExpressionKey.Of(part) is { } key && shared.ContainsKey(key)))
            .ToDictionary(use => use.Key, use => new NamedExpression(AttributeReference.Create("shared", use.Value.Expression.Type, use.Value.Expression.Nullable), use.Value.Expression), StringComparer.Ordinal);
        if (lowest.Count == 0)
        {
            return project;
        }

        // Hidden columns of a file are in no output, so they are kept where an expression uses them.
        var kept = project.Input.Output.Concat(project.Expressions.SelectMany(expression => expression.Value.Columns()))
            .DistinctBy(column => column.Id)
            .Select(column => new NamedExpression(column, column));
        var below = new Project(project.Input, [.. kept, .. lowest.Values]);
        return Share(new Project(below, [.. project.Expressions.Select(expression => expression with { Value = Replace(expression.Value, lowest) })]));
    }

    private static Expression Replace(Expression expression, Dictionary<string, NamedExpression> shared) =>
        Find(expression) is { } key && shared.TryGetValue(key, out var named) ? named.Output : expression.MapChildren(child => Replace(child, shared));

    private static string? Find(Expression expression) => expression is FunctionCall call && s_kept.Contains(call.Name) && CannotFail(call) ? ExpressionKey.Of(call) : null;

    private static bool CannotFail(Expression expression) => expression switch
    {
        AttributeReference or Literal => true,
        FunctionCall call => !call.IsDistinct && (s_kept.Contains(call.Name) || s_cheap.Contains(call.Name)) && call.Arguments.All(CannotFail),
        Alias alias => CannotFail(alias.Child),
        Cast { IsTry: true } cast => CannotFail(cast.Child),
        Cast { To: StringType } cast => CannotFail(cast.Child),
        _ => false,
    };

    /// <summary>Counts an expression and all below it.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="isCertain">Whether it is computed for each row.</param>
    /// <param name="uses">The uses so far, by key.</param>
    private static void Count(Expression expression, bool isCertain, Dictionary<string, Use> uses)
    {
        if (Find(expression) is { } key)
        {
            var before = uses.GetValueOrDefault(key);
            uses[key] = new Use(expression, (before?.Count ?? 0) + 1, isCertain || before is { IsCertain: true });
        }

        foreach (var (index, child) in expression.Children.Index())
        {
            var isChildCertain = isCertain && (index == 0 || expression is not FunctionCall { Name: "when" or "coalesce" });
            Count(child, isChildCertain, uses);

            // It is written as a question for NULL and one for the list.
            if (index == 0 && expression is FunctionCall { Name: "in" })
            {
                Count(child, isChildCertain, uses);
            }
        }
    }

    /// <summary>How often an expression stands in a projection.</summary>
    private sealed record Use(Expression Expression, int Count, bool IsCertain);
}
