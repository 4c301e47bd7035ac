using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>Asks for a member first as a string, which nearly all are: several strings of a column are read in one pass, and the member itself only where it is none.</summary>
internal static class JsonMemberStrings
{
    public static Relation Apply(Relation relation) => relation.MapInputs(Apply) switch
    {
        Project project => project with { Expressions = [.. project.Expressions.Select(expression => expression with { Value = Replace(expression.Value) })] },
        Filter filter => filter with { Condition = Replace(filter.Condition) },
        var other => other,
    };

    private static Expression Replace(Expression expression) =>
        expression is FunctionCall { Name: "json_member", Arguments: [AttributeReference column, Literal { Value: string name }] } call && !name.Contains('\'', StringComparison.Ordinal)
            ? Text("coalesce", Text("json_string", column, new Literal(string.Create(CultureInfo.InvariantCulture, $"$['{name}']"), new StringType())), call)
            : expression.MapChildren(Replace);

    private static FunctionCall Text(string function, params Expression[] arguments) => new(function, [.. arguments]) { ResultType = new StringType() };
}
