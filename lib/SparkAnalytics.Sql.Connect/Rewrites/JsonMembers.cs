using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Connect.Lowering;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>
/// Where a column holds a text if that is a JSON object (<c>when(is_json_object(x), x)</c>), the parse that finds it out gives the members too, and strings and numbers at the top level of that
/// column come from them. Each dear step is a projection of its own, since Spark would repeat it for every mention in one expression.
/// </summary>
internal static partial class JsonMembers
{
    public static Relation Apply(Relation relation)
    {
        if (relation is not (Project or Filter))
        {
            return relation.MapInputs(Apply);
        }

        var columns = new Dictionary<long, StrictColumn>();
        var result = Rewrite(relation, Asked(relation), columns);
        return columns.Count == 0 ? result : new Project(result, [.. relation.Output.Select(Kept)]);
    }

    /// <summary>The paths asked for, by the column.</summary>
    private static ILookup<long, string> Asked(Relation relation) =>
        Chain(relation).SelectMany(Expressions).SelectMany(expression => expression.SelfAndBelow()).Where(IsMember)
            .Select(call => (((AttributeReference)((FunctionCall)call).Arguments[0]).Id, Path: PathOf(call)))
            .Distinct().ToLookup(asked => asked.Id, asked => asked.Path);

    private static IEnumerable<Relation> Chain(Relation relation) => relation is Project or Filter ? Chain(relation.Inputs.Single()).Prepend(relation) : [];

    private static IEnumerable<Expression> Expressions(Relation relation) =>
        relation switch { Project project => project.Expressions.Select(expression => expression.Value), Filter filter => [filter.Condition], _ => [] };

    private static Relation Rewrite(Relation relation, ILookup<long, string> asked, Dictionary<long, StrictColumn> columns)
    {
        if (relation is not (Project or Filter))
        {
            return Apply(relation);
        }

        var below = Rewrite(relation.Inputs.Single(), asked, columns);
        if (relation is Filter filter)
        {
            return new Filter(below, Replace(filter.Condition, columns));
        }

        var expressions = ((Project)relation).Expressions;
        foreach (var expression in expressions.Where(expression => asked.Contains(expression.Output.Id)))
        {
            if (StrictText(expression.Value) is { } text)
            {
                var column = new StrictColumn(text, [.. asked[expression.Output.Id]]);
                columns.Add(expression.Output.Id, column);
                below = column.AddTo(below);
            }
        }

        var carried = expressions.Select(expression => expression.Output.Id).Distinct().Where(columns.ContainsKey).SelectMany(id => columns[id].Added);
        return new Project(below, [.. expressions.Select(expression => expression with { Value = Value(expression, columns) }), .. carried.Select(Kept)]);
    }

    private static Expression Value(NamedExpression expression, Dictionary<long, StrictColumn> columns) =>
        columns.TryGetValue(expression.Output.Id, out var column) && StrictText(expression.Value) is not null ? column.TextOrNull : Replace(expression.Value, columns);

    private static Expression Replace(Expression expression, Dictionary<long, StrictColumn> columns) =>
        IsMember(expression) && expression is FunctionCall { Arguments: [AttributeReference column, _] } call && columns.TryGetValue(column.Id, out var strict)
            ? strict.Member(call.Name, PathOf(call))
            : expression.MapChildren(child => Replace(child, columns));

    /// <summary>The column that <c>when(is_json_object(column), column)</c> is about, or null.</summary>
    private static AttributeReference? StrictText(Expression expression) =>
        expression is FunctionCall { Name: "when", Arguments: [FunctionCall { Name: "is_json_object", Arguments: [AttributeReference asked] }, AttributeReference text] } && asked.Id == text.Id ? text : null;

    private static bool IsMember(Expression expression) =>
        expression is FunctionCall { Name: "json_string" or "json_number", Arguments: [AttributeReference, Literal { Value: string path }] } && TopLevel().IsMatch(path);

    private static string PathOf(Expression call) => (string)((Literal)((FunctionCall)call).Arguments[1]).Value!;

    private static NamedExpression Kept(AttributeReference column) => new(column, column);

    [GeneratedRegex(@"\A\$(?:\.(?<name>[^.\[\]'*?\s]+)|\['(?<name>[^'*?\s]+)'\])\z", RegexOptions.CultureInvariant)]
    private static partial Regex TopLevel();

    /// <summary>A text that is a JSON object or else NULL in its column.</summary>
    private sealed class StrictColumn(AttributeReference text, string[] paths)
    {
        private static readonly MapType s_map = new(new StringType(), new StringType());

        private readonly AttributeReference _parsed = AttributeReference.Create("json_parsed", new ArrayType(s_map));
        private readonly AttributeReference _members = AttributeReference.Create("json_members", s_map);
        private readonly Dictionary<string, AttributeReference> _quoted = paths.ToDictionary(path => path, _ => AttributeReference.Create("json_quoted", new StringType()));

        /// <summary>The columns that the calls need.</summary>
        public IEnumerable<AttributeReference> Added => [_members, .. _quoted.Values];

        public Expression TextOrNull => Call("when", text.DataType, Call("isnotnull", new BooleanType(), _members), text);

        public Relation AddTo(Relation relation)
        {
            var kept = relation.Output.DistinctBy(column => column.Id).Select(Kept).ToList();
            var parsed = new Project(relation, [.. kept, new(_parsed, Call(EngineFunctions.JsonParsed, _parsed.DataType, text))]);
            var members = new Project(parsed, [.. kept, new(_members, Call(EngineFunctions.JsonMembers, s_map, text, _parsed))]);
            return new Project(members, [.. kept, Kept(_members), .. _quoted.Select(quoted => new NamedExpression(quoted.Value, Text(EngineFunctions.JsonQuoted, Found(quoted.Key), text, new Literal(quoted.Key, new StringType()))))]);
        }

        public Expression Member(string function, string path) =>
            Text(function == "json_string" ? EngineFunctions.JsonString : EngineFunctions.JsonNumber, Found(path), _quoted[path]);

        private FunctionCall Found(string path) => Text("getitem", _members, new Literal(TopLevel().Match(path).Groups["name"].Value, new StringType()));

        private static FunctionCall Text(string name, params Expression[] arguments) => Call(name, new StringType(), arguments);

        private static FunctionCall Call(string name, DataType type, params Expression[] arguments) => new(name, [.. arguments]) { ResultType = type };
    }
}
