using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>
/// Window functions over wide files: what depends on windows is computed from the columns it needs, with the place of each row, and joined back to the other columns,
/// which are streamed from the files. So no wide row is ever sorted or held. Filters on windows (<c>row_number() = 1</c>) become part of the join.
/// </summary>
internal static class NarrowWindows
{
    private const int FewestWideColumns = 3;

    /// <summary>Rewrites a plan that is projections and filters over one Parquet or Delta source, with windows in them; any other stays.</summary>
    public static Relation Apply(Relation relation)
    {
        var plan = Unnest(relation);
        if (Source(plan) is not { } read)
        {
            return relation;
        }

        var dependent = new HashSet<long>();
        Mark(plan, dependent);
        var columns = plan.Output.DistinctBy(column => column.Id).ToList();
        var wide = columns.Where(column => !dependent.Contains(column.Id)).ToList();
        return dependent.Count == 0 || wide.Count < FewestWideColumns ? relation : Join(plan, read, dependent, wide, [.. columns.Where(column => dependent.Contains(column.Id))]);
    }

    private static Project Join(Relation plan, Read read, HashSet<long> dependent, List<AttributeReference> wide, List<AttributeReference> narrow)
    {
        var place = HiddenColumns.Place(read);
        var narrowPlace = AttributeReference.Create(place.Name, place.DataType, false);
        var left = new Project(Wide(plan, dependent, place), [.. Keep(wide), new NamedExpression(place, place)]);
        var right = new Project(Carry(plan, place), [new NamedExpression(narrowPlace, place), .. Keep(narrow)]);
        var condition = new FunctionCall("==", [place, narrowPlace]) { ResultType = new BooleanType() };
        return new Project(new Join(left, right, JoinKind.Inner, condition), [.. Keep(plan.Output)]);
    }

    private static IEnumerable<NamedExpression> Keep(IEnumerable<AttributeReference> columns) => columns.Select(column => new NamedExpression(column, column));

    private static Relation Unnest(Relation relation)
    {
        var inner = relation is Project or Filter or SubqueryAlias or Hint or Repartition ? relation.MapInputs(Unnest) : relation;
        return inner is Project project ? NestedWindows.Split(project) : inner;
    }

    private static Read? Source(Relation relation) => relation switch
    {
        Read { Format: var format } read when format.Equals("parquet", StringComparison.OrdinalIgnoreCase) || format.Equals("delta", StringComparison.OrdinalIgnoreCase) => read,
        Project project when project.Expressions.Any(expression => expression.Value.MakesRows()) => null,
        Project or Filter or SubqueryAlias or Hint or Repartition => Source(relation.Inputs.Single()),
        _ => null,
    };

    /// <summary>Notes the columns that a window has a part in.</summary>
    private static void Mark(Relation relation, HashSet<long> dependent)
    {
        foreach (var input in relation.Inputs)
        {
            Mark(input, dependent);
        }

        if (relation is Project project)
        {
            dependent.UnionWith(project.Expressions.Where(expression => Depends(expression.Value, dependent)).Select(expression => expression.Output.Id));
        }
    }

    private static bool Depends(Expression expression, HashSet<long> dependent) =>
        expression.Holds<WindowExpression>() || expression.Columns().Any(column => dependent.Contains(column.Id));

    /// <summary>The plan with the place of each row handed on.</summary>
    private static Relation Carry(Relation relation, AttributeReference place) => relation is Project project
        ? new Project(Carry(project.Input, place), [.. project.Expressions, new NamedExpression(place, place)])
        : relation.MapInputs(input => Carry(input, place));

    /// <summary>The same without all that depends on windows.</summary>
    private static Relation Wide(Relation relation, HashSet<long> dependent, AttributeReference place) => relation switch
    {
        Project project => new Project(Wide(project.Input, dependent, place), [.. project.Expressions.Where(expression => !Depends(expression.Value, dependent)), new NamedExpression(place, place)]),
        Filter filter => filter.Condition.Conjuncts().Where(part => !Depends(part, dependent)).Aggregate(Wide(filter.Input, dependent, place), (input, part) => new Filter(input, part)),
        _ => relation.MapInputs(input => Wide(input, dependent, place)),
    };
}
