using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Native.Json;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>
/// Several paths into one JSON column are read in one pass: the lowest projection over the column gets a list of all members that anything above asks for, and each call
/// becomes an item of the list. Where the column holds a text if that is a JSON object (<c>when(is_json_object(x), x)</c>), the same pass finds that out.
/// </summary>
internal static class JsonPaths
{
    private const int FewestCalls = 2;

    public static Relation Apply(Relation relation)
    {
        if (relation is not (Project or Filter))
        {
            return relation.MapInputs(Apply);
        }

        var calls = new Dictionary<long, List<string>>();
        var columns = new Dictionary<long, AttributeReference>();
        Collect(relation, calls, columns);
        var lists = calls.Where(call => call.Value.Count >= FewestCalls)
            .ToDictionary(call => call.Key, call => new JsonList(columns[call.Key], call.Value, AttributeReference.Create("json_values", new ArrayType(new StringType()))));
        return lists.Count == 0 ? MapChainEnd(relation) : Rewrite(relation, lists);
    }

    /// <summary>The chain of projections and filters as it is, what is below it rewritten.</summary>
    private static Relation MapChainEnd(Relation relation) => relation.MapInputs(input => input is Project or Filter ? MapChainEnd(input) : Apply(input));

    private static void Collect(Relation relation, Dictionary<long, List<string>> calls, Dictionary<long, AttributeReference> columns)
    {
        var expressions = relation switch { Project project => project.Expressions.Select(expression => expression.Value), Filter filter => [filter.Condition], _ => [] };
        foreach (var call in expressions.SelectMany(Calls))
        {
            var column = (AttributeReference)call.Arguments[0];
            columns.TryAdd(column.Id, column);
            var asked = calls.TryGetValue(column.Id, out var known) ? known : calls[column.Id] = [];
            if (Ask(call) is { } text && !asked.Contains(text))
            {
                asked.Add(text);
            }
        }

        if (relation is Project or Filter)
        {
            Collect(relation.Inputs.Single(), calls, columns);
        }
    }

    private static IEnumerable<FunctionCall> Calls(Expression expression) =>
        expression is FunctionCall call && Ask(call) is not null ? [call] : expression.Children.SelectMany(Calls);

    /// <summary>What a call asks for, or null where it is none of these: a member at the top level of a column.</summary>
    private static string? Ask(FunctionCall call)
    {
        if (call is { Name: "json_member", Arguments: [AttributeReference, Literal { Value: string name }] })
        {
            return name.Contains(JsonMembers.Separator, StringComparison.Ordinal) ? null : JsonMembers.Ask(JsonWanted.Member, name);
        }

        JsonWanted? wanted = call.Name switch { "get_json_object" => JsonWanted.Any, "json_string" => JsonWanted.String, "json_number" => JsonWanted.Number, _ => null };
        return wanted is { } kind && call.Arguments is [AttributeReference, Literal { Value: string path }]
            && JsonPath.Parse(path) is { Steps: [{ Member: { } member }] } && !member.Contains((byte)JsonMembers.Separator)
            ? JsonMembers.Ask(kind, System.Text.Encoding.UTF8.GetString(member))
            : null;
    }

    private static Relation Rewrite(Relation relation, Dictionary<long, JsonList> lists)
    {
        if (relation is not (Project or Filter))
        {
            return Apply(relation);
        }

        var input = relation.Inputs.Single();
        var below = Rewrite(input, lists);
        var have = below.Output.Select(column => column.Id).ToHashSet();
        var missing = lists.Values.Where(list => have.Contains(list.Column.Id) && !have.Contains(list.Values.Id)).ToList();
        missing.RemoveAll(list => TakeStrict(ref below, list));
        if (missing.Count > 0)
        {
            below = new Project(below, [.. below.Output.DistinctBy(column => column.Id).Select(column => new NamedExpression(column, column)), .. missing.Select(list => new NamedExpression(list.Values, list.Call))]);
        }

        var carried = below.Output.Where(column => lists.Values.Any(list => list.Values.Id == column.Id)).ToList();
        return relation switch
        {
            Project project => new Project(below, [.. project.Expressions.Select(expression => expression with { Value = Replace(expression.Value, lists) }), .. carried.Select(column => new NamedExpression(column, column))]),
            Filter filter => new Filter(below, Replace(filter.Condition, lists)),
            _ => relation,
        };
    }

    /// <summary>Puts a list below the projection that makes its column, if that column is a text if it is a JSON object.</summary>
    private static bool TakeStrict(ref Relation relation, JsonList list)
    {
        if (relation is not Project project || project.Expressions.FirstOrDefault(expression => expression.Output.Id == list.Column.Id) is not { Value: { } value } || Documents.StrictText(value) is not { } text)
        {
            return false;
        }

        var below = new Project(
            project.Input,
            [.. project.Input.Output.DistinctBy(column => column.Id).Select(column => new NamedExpression(column, column)), new NamedExpression(list.Values, list.CallOn(text, EngineFunctions.StrictJsonValues))]);
        relation = new Project(
            below,
            [.. project.Expressions.Select(expression => expression.Output.Id == list.Column.Id ? expression with { Value = list.TextOrNull(text) } : expression), new NamedExpression(list.Values, list.Values)]);
        return true;
    }

    private static Expression Replace(Expression expression, Dictionary<long, JsonList> lists) =>
        expression is FunctionCall { Arguments: [AttributeReference column, _] } call && lists.TryGetValue(column.Id, out var list) && Ask(call) is { } asked
            ? list.ItemOf(asked)
            : expression.MapChildren(child => Replace(child, lists));

    /// <summary>The members asked for of one column.</summary>
    private sealed record JsonList(AttributeReference Column, List<string> Asked, AttributeReference Values)
    {
        public Expression Call => CallOn(Column, EngineFunctions.JsonValues);

        public Expression CallOn(AttributeReference text, string function) =>
            new FunctionCall(function, [text, new Literal(string.Join(JsonMembers.Separator, Asked), new StringType())]) { ResultType = Values.DataType };

        public Expression TextOrNull(AttributeReference text) =>
            new FunctionCall("when", [new FunctionCall("isnotnull", [Values]) { ResultType = new BooleanType() }, text]) { ResultType = text.DataType };

        public Expression ItemOf(string asked) => new FunctionCall(EngineFunctions.JsonValue, [Values, new Literal(Asked.IndexOf(asked) + 1, new IntegerType())]) { ResultType = new StringType() };
    }
}
