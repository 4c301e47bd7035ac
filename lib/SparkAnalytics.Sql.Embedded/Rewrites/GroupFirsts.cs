using System.Collections.Frozen;
using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>
/// The first row of each group (<c>row_number() = 1</c>), maybe with figures of its whole group, by one aggregate: the windows that say it would sort the rows of all groups.
/// </summary>
internal sealed class GroupFirsts
{
    /// <summary>Aggregates that do not depend on the order of rows.</summary>
    private static readonly FrozenSet<string> s_aggregates = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "count", "sum", "min", "max", "bool_and", "bool_or");

    private readonly List<NamedExpression> _windows;
    private readonly Relation _below;

    private GroupFirsts(List<NamedExpression> windows, Relation below)
    {
        _windows = windows;
        _below = below;
    }

    /// <summary>The place of the first row of each group and the narrow columns, or null where the plan is of another shape.</summary>
    /// <param name="plan">Projections and filters over a source, with windows in them.</param>
    /// <param name="narrow">The columns that only the windows give.</param>
    /// <param name="source">The place of a row.</param>
    /// <param name="place">The column for the place of a first row.</param>
    /// <param name="carry">Hands the place of each row on through a plan.</param>
    public static Relation? Of(Relation plan, IReadOnlyList<AttributeReference> narrow, AttributeReference source, AttributeReference place, Func<Relation, Relation> carry)
    {
        var chain = Chain(plan);
        var lowest = chain.FindLastIndex(relation => relation is Project project && project.Expressions.Any(expression => expression.Value.Holds<WindowExpression>()));
        var highest = chain.FindIndex(relation => relation is Project project && project.Expressions.Any(expression => expression.Value.Holds<WindowExpression>()));
        if (lowest < 0 || chain.Take(lowest).Skip(highest).Any(relation => relation is Filter))
        {
            return null;
        }

        var windows = chain.Take(lowest + 1).OfType<Project>().SelectMany(project => project.Expressions).Where(expression => expression.Value.Holds<WindowExpression>()).ToList();
        var firsts = new GroupFirsts(windows, ((Project)chain[lowest]).Input);
        return firsts.Position(chain) is { } position && firsts.AreOfOneGroup(position) && narrow.All(column => windows.Exists(window => window.Output.Id == column.Id && window != position))
            ? firsts.Aggregate(position, narrow, source, place, carry)
            : null;
    }

    /// <summary>The plan's nodes, the highest first.</summary>
    private static List<Relation> Chain(Relation relation) => relation.Inputs.SingleOrDefault() is { } input ? [relation, .. Chain(input)] : [relation];

    /// <summary>The number of a row in its group, where the only thing that is asked of it is that it be 1.</summary>
    private NamedExpression? Position(List<Relation> chain)
    {
        var ids = _windows.Select(window => window.Output.Id).ToHashSet();
        var asked = chain.OfType<Filter>().SelectMany(filter => filter.Condition.Conjuncts()).Where(part => part.Columns().Any(column => ids.Contains(column.Id))).ToList();
        return asked is [FunctionCall { Name: "==", Arguments: [AttributeReference column, Literal { Value: 1 or 1L }] }]
            && _windows.Find(window => window.Output.Id == column.Id) is { Value: WindowExpression { Function.Name: "row_number" } } found
            ? found
            : null;
    }

    /// <summary>Whether all windows are over the groups of the first, those with an aggregate over whole groups, and from columns that are there below all of them.</summary>
    private bool AreOfOneGroup(NamedExpression position)
    {
        var group = Groups((WindowExpression)position.Value);
        var known = _below.Output.Select(column => column.Id).ToHashSet();
        return group is not null && _windows.TrueForAll(window => window.Value.Columns().All(column => known.Contains(column.Id))
            && (window == position || (window.Value is WindowExpression { OrderBy.IsEmpty: true, Frame: null } whole && Groups(whole) == group && IsSteady(whole.Function))));
    }

    private static bool IsSteady(FunctionCall function) => s_aggregates.Contains(function.Name) && !(function.Name == "sum" && function.Type is DoubleType or FloatType);

    private static string? Groups(WindowExpression window)
    {
        var keys = window.PartitionBy.Select(ExpressionKey.Of).ToList();
        return keys.Count == 0 || keys.Contains(null) ? null : string.Join(',', keys.Order(StringComparer.Ordinal));
    }

    private Project Aggregate(NamedExpression position, IReadOnlyList<AttributeReference> narrow, AttributeReference source, AttributeReference place, Func<Relation, Relation> carry)
    {
        var first = (WindowExpression)position.Value;
        var earliest = new FunctionCall(EngineFunctions.FirstBy, [source, .. first.OrderBy]) { ResultType = new LongType() };
        List<NamedExpression> figures = [.. _windows.Where(window => narrow.Any(column => column.Id == window.Output.Id)).Select(window => window with { Value = ((WindowExpression)window.Value).Function })];
        var below = new Project(carry(_below), [.. _below.Output.DistinctBy(column => column.Id).Append(source).Select(column => new NamedExpression(column, column))]);
        var groups = new Aggregate(below, GroupKind.GroupBy, first.PartitionBy, [new NamedExpression(place, earliest), .. figures]);
        return new Project(groups, [.. narrow.Prepend(place).Select(column => new NamedExpression(column, column))]);
    }
}
