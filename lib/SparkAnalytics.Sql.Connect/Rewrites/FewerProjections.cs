using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Connect.Rewrites;

/// <summary>
/// Columns that do not depend on one another are made by one projection, however many steps a model takes to name them. Spark looks at a plan again and again until nothing in it changes,
/// and writes a new row for each projection whose columns it cannot compute in one go with the next one's.
/// </summary>
internal static class FewerProjections
{
    /// <summary>Each evaluation is one of its own, or says where it takes place: such stay where they are.</summary>
    private static readonly HashSet<string> s_bound = new(StringComparer.Ordinal)
    {
        "rand", "randn", "uuid", "shuffle", "monotonically_increasing_id", "spark_partition_id", "input_file_name",
    };

    public static Relation Apply(Relation relation)
    {
        var chain = Chain(relation).ToList();
        if (chain.Count == 0)
        {
            return relation.MapInputs(Apply);
        }

        var input = Apply(chain[^1].Input);
        var steps = chain.AsEnumerable().Reverse().ToList();
        return Layers.Of(steps) is { } layers && layers.Count < steps.Count
            ? layers.Over(input)
            : steps.Aggregate(input, (below, step) => step with { Input = below });
    }

    /// <summary>The projections from a relation down whose columns may be made at any height.</summary>
    private static IEnumerable<Project> Chain(Relation relation) =>
        relation is Project project && project.Expressions.All(expression => IsFree(expression.Value)) ? Chain(project.Input).Prepend(project) : [];

    private static bool IsFree(Expression value) =>
        !value.MakesRows() && !value.SelfAndBelow().Any(part => part is WindowExpression || (part is FunctionCall call && s_bound.Contains(call.Name)));

    /// <summary>The columns of a chain, each at the lowest height at which all that it is made of is there.</summary>
    private sealed class Layers
    {
        private readonly Dictionary<long, int> _heights = [];
        private readonly Dictionary<long, AttributeReference> _otherNames = [];
        private readonly List<NamedExpression> _made = [];
        private readonly List<NamedExpression> _results = [];

        public int Count { get; private set; }

        /// <summary>Null where a column is made twice.</summary>
        public static Layers? Of(IReadOnlyList<Project> steps)
        {
            var layers = new Layers();
            if (!steps.SelectMany(step => step.Expressions).All(layers.Add))
            {
                return null;
            }

            layers._results.AddRange(steps[^1].Expressions.Select(expression => expression with { Value = layers.Named(expression.Output) }));
            layers.Count = Math.Max(1, layers._heights.Values.DefaultIfEmpty().Max());
            var topmost = layers._results.Where(expression => layers.Height(expression.Value) == layers.Count).Select(expression => ((AttributeReference)expression.Value).Id).ToList();
            if (topmost.Distinct().Count() < topmost.Count)
            {
                // One value under two names is not computed twice.
                layers.Count++;
            }

            return layers;
        }

        public Relation Over(Relation input)
        {
            for (var height = 1; height < Count; height++)
            {
                var above = _made.Where(expression => Height(expression.Output) > height).SelectMany(expression => expression.Value.Columns());
                var wanted = above.Concat(_results.SelectMany(expression => expression.Value.Columns())).DistinctBy(column => column.Id).Where(column => Height(column) <= height);
                input = new Project(input, [.. wanted.Select(column => new NamedExpression(column, Made(column, height)))]);
            }

            return new Project(input, [.. _results.Select(expression => expression with { Value = Made((AttributeReference)expression.Value, Count) })]);
        }

        private bool Add(NamedExpression expression)
        {
            if (expression.Value is AttributeReference { Id: var id } && id == expression.Output.Id)
            {
                return true;
            }

            var value = Named(expression.Value);
            if (value is AttributeReference column)
            {
                return _otherNames.TryAdd(expression.Output.Id, column);
            }

            _made.Add(expression with { Value = value });
            return _heights.TryAdd(expression.Output.Id, value.Columns().Select(Height).DefaultIfEmpty().Max() + 1);
        }

        private Expression Named(Expression expression) => expression is AttributeReference column
            ? _otherNames.GetValueOrDefault(column.Id, column)
            : expression.MapChildren(Named);

        private Expression Made(AttributeReference column, int height) =>
            Height(column) == height ? _made.Find(expression => expression.Output.Id == column.Id)!.Value : column;

        private int Height(Expression column) => _heights.GetValueOrDefault(((AttributeReference)column).Id);
    }
}
