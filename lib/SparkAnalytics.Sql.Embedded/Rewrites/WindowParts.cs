using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>
/// A plan of projections and filters over one Parquet or Delta source, taken apart: what no window has a part in, the windows themselves, and what is computed from both.
/// </summary>
internal sealed class WindowParts
{
    private readonly Relation _plan;
    private readonly HashSet<long> _dependent = [];

    private WindowParts(Relation plan, Read read)
    {
        _plan = plan;
        Read = read;
        Place = HiddenColumns.Place(read);
        Mark(plan);
        var columns = plan.Output.DistinctBy(column => column.Id).ToList();
        Wide = [.. columns.Where(column => !_dependent.Contains(column.Id))];
        (Narrow, Later) = Split([.. columns.Where(column => _dependent.Contains(column.Id))]);
    }

    /// <summary>The source.</summary>
    public Read Read { get; }

    /// <summary>The place of a row among those of the source.</summary>
    public AttributeReference Place { get; }

    /// <summary>The plan's columns in which no window has a part.</summary>
    public IReadOnlyList<AttributeReference> Wide { get; }

    /// <summary>The columns that only the windows give.</summary>
    public IReadOnlyList<AttributeReference> Narrow { get; }

    /// <summary>What is computed from <see cref="Narrow"/> and <see cref="Wide"/> columns, layer by layer.</summary>
    public IReadOnlyList<IReadOnlyList<NamedExpression>> Later { get; }

    /// <summary>Whether a window has a part in anything.</summary>
    public bool HasWindows => _dependent.Count > 0;

    /// <summary>Whether rows are left out.</summary>
    public bool HasFilters => Filters(_plan).Any();

    /// <summary>The parts of a plan, or null where it is of another shape.</summary>
    public static WindowParts? Of(Relation relation)
    {
        var plan = Unnest(relation);
        return Source(plan) is { } read ? new WindowParts(plan, read) : null;
    }

    /// <summary>The rows with their wide columns and the place of each, without all that depends on windows.</summary>
    public Project WideRows() => WideRows(Read);

    /// <summary>The same of another source.</summary>
    /// <param name="source">Rows with the columns of <see cref="Read"/>, the hidden ones too.</param>
    public Project WideRows(Relation source) => new(Without(_plan, source), [.. Wide.Select(Same), Same(Place)]);

    /// <summary>The rows with the place of each, under the given name, and their narrow columns.</summary>
    public Relation NarrowRows(AttributeReference place) =>
        GroupFirsts.Of(_plan, Narrow, Place, place, Carry) ?? new Project(Carry(_plan), [new NamedExpression(place, Place), .. Narrow.Select(Same)]);

    /// <summary>Rows with the wide and narrow columns, brought to all columns of the plan.</summary>
    public Project Finish(Relation rows)
    {
        List<AttributeReference> have = [.. Wide, .. Narrow];
        foreach (var layer in Later)
        {
            rows = new Project(rows, [.. have.Select(Same), .. layer]);
            have.AddRange(layer.Select(expression => expression.Output));
        }

        return new Project(rows, [.. _plan.Output.Select(Same)]);
    }

    private static NamedExpression Same(AttributeReference column) => new(column, column);

    private static Relation Unnest(Relation relation)
    {
        var inner = relation is Project or Filter or SubqueryAlias or Hint or Repartition ? relation.MapInputs(Unnest) : relation;
        return inner is Project project ? NestedWindows.Split(project) : inner;
    }

    private static Read? Source(Relation relation) => relation switch
    {
        Read { Format: var format } read when format.Equals("parquet", StringComparison.OrdinalIgnoreCase) || format.Equals("delta", StringComparison.OrdinalIgnoreCase) => read,
        Project project when project.Expressions.Any(expression => expression.Value.MakesRows() || !expression.Value.IsSteady()) => null,
        Filter filter when !filter.Condition.IsSteady() => null,
        Project or Filter or SubqueryAlias or Hint or Repartition => Source(relation.Inputs.Single()),
        _ => null,
    };

    private static IEnumerable<Filter> Filters(Relation relation) => relation.Inputs.SelectMany(Filters).Concat(relation is Filter filter ? [filter] : []);

    /// <summary>Notes the columns that a window has a part in.</summary>
    private void Mark(Relation relation)
    {
        foreach (var input in relation.Inputs)
        {
            Mark(input);
        }

        if (relation is Project project)
        {
            _dependent.UnionWith(project.Expressions.Where(expression => Depends(expression.Value)).Select(expression => expression.Output.Id));
        }
    }

    private bool Depends(Expression expression) => expression.Holds<WindowExpression>() || expression.Columns().Any(column => _dependent.Contains(column.Id));

    /// <summary>Of columns that windows have a part in, those that must come from the narrow rows, and what can be computed from them.</summary>
    private (IReadOnlyList<AttributeReference> Narrow, IReadOnlyList<IReadOnlyList<NamedExpression>> Later) Split(IReadOnlyList<AttributeReference> wanted)
    {
        var wide = Wide.Select(column => column.Id).ToHashSet();
        var layers = Projections(_plan).Select(project => project.Expressions.Where(expression => IsLater(expression, wide)).ToList()).ToList();
        var needed = wanted.ToDictionary(column => column.Id);
        foreach (var layer in Enumerable.Reverse(layers))
        {
            layer.RemoveAll(expression => !needed.Remove(expression.Output.Id));
            foreach (var column in layer.SelectMany(expression => expression.Value.Columns()).Where(column => !wide.Contains(column.Id)))
            {
                needed.TryAdd(column.Id, column);
            }
        }

        return ([.. needed.Values], [.. layers.Where(layer => layer.Count > 0)]);
    }

    /// <summary>Whether a column of a projection is computed from windows that are done, and from columns that the rows still have at the end.</summary>
    private bool IsLater(NamedExpression expression, HashSet<long> wide) =>
        _dependent.Contains(expression.Output.Id)
        && !expression.Value.Holds<WindowExpression>()
        && !(expression.Value is AttributeReference column && column.Id == expression.Output.Id)
        && expression.Value.Columns().All(used => wide.Contains(used.Id) || _dependent.Contains(used.Id));

    /// <summary>The projections, the lowest first.</summary>
    private static IEnumerable<Project> Projections(Relation relation) => relation.Inputs.SelectMany(Projections).Concat(relation is Project project ? [project] : []);

    /// <summary>The plan with the place of each row handed on.</summary>
    private Relation Carry(Relation relation) => RowPlaces.Carry(relation, Place);

    /// <summary>The plan over another source, without all that depends on windows.</summary>
    private Relation Without(Relation relation, Relation source) => relation switch
    {
        Plans.Read => source,
        Project project => new Project(Without(project.Input, source), [.. project.Expressions.Where(expression => !Depends(expression.Value)), Same(Place)]),
        Filter filter => filter.Condition.Conjuncts().Where(part => !Depends(part)).Aggregate(Without(filter.Input, source), (input, part) => new Filter(input, part)),
        _ => relation.MapInputs(input => Without(input, source)),
    };
}
