using System.Collections.Immutable;
using SparkAnalytics.Sql.Connect.Lowering;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>Members that one projection asks of one column come from one map, made in projections below it: Spark would parse the text once for each.</summary>
internal static class JsonMemberMaps
{
    public static Relation Apply(Relation relation)
    {
        var inner = relation.MapInputs(Apply);
        var asked = Expressions(inner).SelectMany(expression => expression.SelfAndBelow()).Select(Column).OfType<AttributeReference>().DistinctBy(column => column.Id).ToImmutableArray();
        if (asked.IsEmpty)
        {
            return inner;
        }

        var maps = asked.Select(column => (Column: column, Decoded: New("decoded"), Written: New("written"))).ToList();
        var input = With(inner.Inputs.Single(), maps.Select(map => (map.Decoded, Call(JsonMemberLowering.Decoded, JsonMemberLowering.Members, map.Column))));
        input = With(input, maps.Select(map => (map.Written, Call(JsonMemberLowering.Written, JsonMemberLowering.Members, map.Column, map.Decoded))));
        var written = maps.ToDictionary(map => map.Column.Id, map => map.Written);
        return inner switch
        {
            Project project => new Project(input, [.. project.Expressions.Select(expression => expression with { Value = Replace(expression.Value, written) })]),
            Filter filter => new Project(
                new Filter(input, Replace(filter.Condition, written)), [.. KeptColumns.Of(inner)]),
            _ => inner,
        };
    }

    private static IEnumerable<Expression> Expressions(Relation relation) => relation switch
    {
        Project project => project.Expressions.Select(expression => expression.Value),
        Filter filter => [filter.Condition],
        _ => [],
    };

    private static AttributeReference? Column(Expression expression) => expression is FunctionCall { Name: "json_member", Arguments: [AttributeReference column, _] } ? column : null;

    private static Expression Replace(Expression expression, Dictionary<long, AttributeReference> written) => Column(expression) is { } column
        ? Call(JsonMemberLowering.Item, new StringType(), written[column.Id], ((FunctionCall)expression).Arguments[1])
        : expression.MapChildren(child => Replace(child, written));

    private static Project With(Relation input, IEnumerable<(AttributeReference Column, Expression Value)> added) => new(
        input,
        [
            .. KeptColumns.Of(input),
            .. added.Select(column => new NamedExpression(column.Column, column.Value)),
        ]);

    private static AttributeReference New(string name) => AttributeReference.Create(name, JsonMemberLowering.Members);

    private static Expression Call(string name, DataType type, params Expression[] arguments) =>
        new FunctionCall(name, [.. arguments]) { ResultType = type };
}
