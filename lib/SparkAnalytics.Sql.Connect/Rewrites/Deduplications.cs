using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>
/// Where whole rows are kept once for each key, the first of them is kept as one structure, behind an exchange by the key. Spark takes each column by an aggregate of its own otherwise,
/// and sorts the rows before the exchange and behind it.
/// </summary>
internal static class Deduplications
{
    public static Relation Apply(Relation relation) => relation.MapInputs(Apply) switch
    {
        Deduplicate { Keys: var keys, Input: not Repartition } whole when !keys.IsEmpty && whole.Output.DistinctBy(column => column.Id).Count() > keys.Length => FirstRows(whole),
        var other => other,
    };

    private static Project FirstRows(Deduplicate whole)
    {
        var keys = whole.Keys.DistinctBy(key => key.Id).ToImmutableArray();
        var kept = keys.Select(key => new NamedExpression(key, key)).ToImmutableArray();
        var others = whole.Output.DistinctBy(column => column.Id).ExceptBy(keys.Select(key => key.Id), column => column.Id).ToList();
        var type = new StructType([.. others.Select((column, index) => new StructField(Member(index), column.DataType, column.Nullable))]);
        var row = AttributeReference.Create("row", type);
        var members = others.SelectMany((column, index) => new Expression[] { Name(index), column });
        var rows = new Project(whole.Input, [.. kept, new(row, new FunctionCall("named_struct", [.. members]) { ResultType = type, IsNullable = false })]);

        var spread = new Repartition(rows, null, [.. keys.Select(key => new SortOrder(key, true, true))], ByRange: false, Shuffle: true);
        var first = AttributeReference.Create("first_row", type);
        var groups = new Aggregate(spread, GroupKind.GroupBy, [.. keys], [.. kept, new(first, new FunctionCall("first", [row, new Literal(false, new BooleanType())]) { ResultType = type })]);

        var values = others.Select((column, index) => new NamedExpression(column, new FunctionCall("getitem", [first, Name(index)]) { ResultType = column.DataType, IsNullable = column.Nullable }))
            .Concat(kept).ToDictionary(expression => expression.Output.Id);
        return new Project(groups, [.. whole.Output.Select(column => values[column.Id])]);
    }

    private static Literal Name(int index) => new(Member(index), new StringType());

    private static string Member(int index) => $"c{index}";
}
