using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>
/// Columns that a filter does not ask for are computed above it, for the rows that it leaves: DuckDB moves no filter below a projection that it takes to be costly.
/// </summary>
internal static class LateColumns
{
    public static Relation Apply(Relation relation) => relation is Filter { Input: Project } filter && Chain(filter.Input) is { } chain
        ? Split(filter, chain)
        : relation.MapInputs(Apply);

    /// <summary>The projections right below a filter, the lowest first; null where one of them must not move.</summary>
    private static List<Project>? Chain(Relation relation)
    {
        var chain = new List<Project>();
        while (relation is Project project)
        {
            if (!project.Expressions.All(expression => MayMove(expression.Value)))
            {
                return null;
            }

            chain.Add(project);
            relation = project.Input;
        }

        chain.Reverse();
        return chain;
    }

    private static bool MayMove(Expression expression) => !expression.MakesRows() && !expression.Holds<WindowExpression>() && expression.IsSteady();

    private static Relation Split(Filter filter, List<Project> chain)
    {
        var needed = Needed(filter, chain);
        var isLate = chain.SelectMany(project => project.Expressions).Any(expression => !needed.Contains(expression.Output.Id) && expression.Value is FunctionCall);
        var source = Apply(chain[0].Input);
        if (!isLate)
        {
            return new Filter(chain.Aggregate(source, (input, project) => project with { Input = input }), filter.Condition);
        }

        // Hidden columns of a file are in no output, so they are kept where an expression uses them.
        var made = chain.SelectMany(project => project.Expressions).Where(expression => !IsHandedOn(expression)).Select(expression => expression.Output.Id).ToHashSet();
        var kept = source.Output.Concat(chain.SelectMany(project => project.Expressions).SelectMany(expression => expression.Value.Columns()).Where(column => !made.Contains(column.Id))).DistinctBy(column => column.Id).ToList();
        var below = source;
        foreach (var project in chain)
        {
            List<NamedExpression> computed = [.. project.Expressions.Where(expression => needed.Contains(expression.Output.Id) && !IsHandedOn(expression))];
            if (computed.Count > 0)
            {
                below = new Project(below, [.. kept.Select(Same), .. computed]);
                kept.AddRange(computed.Select(expression => expression.Output));
            }
        }

        return Late(new Filter(below, filter.Condition), chain, kept);
    }

    /// <summary>The projections above the filter, where they need not compute what stands below it.</summary>
    private static Relation Late(Relation filtered, List<Project> chain, List<AttributeReference> early)
    {
        var have = early.Select(column => column.Id).ToHashSet();
        return chain.Index().Aggregate(filtered, (input, project) =>
        {
            List<NamedExpression> own = [.. project.Item.Expressions.Select(expression => have.Contains(expression.Output.Id) ? Same(expression.Output) : expression)];
            var isLast = project.Index == chain.Count - 1;
            return new Project(input, [.. own, .. isLast ? [] : early.Where(column => !own.Exists(expression => expression.Output.Id == column.Id)).Select(Same)]);
        });
    }

    /// <summary>The ids of the columns that the filter is computed from.</summary>
    private static HashSet<long> Needed(Filter filter, List<Project> chain)
    {
        var needed = filter.Condition.Columns().Select(column => column.Id).ToHashSet();
        foreach (var expression in Enumerable.Reverse(chain).SelectMany(project => project.Expressions).Where(expression => needed.Contains(expression.Output.Id)))
        {
            needed.UnionWith(expression.Value.Columns().Select(column => column.Id));
        }

        return needed;
    }

    private static bool IsHandedOn(NamedExpression expression) => expression.Value is AttributeReference column && column.Id == expression.Output.Id;

    private static NamedExpression Same(AttributeReference column) => new(column, column);
}
