using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Makes joins: kinds by name, sides apart by their ids, keys of equal names once.</summary>
internal static class Joining
{
    private static readonly Dictionary<string, JoinKind> s_kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["inner"] = JoinKind.Inner,
        ["cross"] = JoinKind.Cross,
        ["outer"] = JoinKind.FullOuter,
        ["full"] = JoinKind.FullOuter,
        ["fullouter"] = JoinKind.FullOuter,
        ["left"] = JoinKind.LeftOuter,
        ["leftouter"] = JoinKind.LeftOuter,
        ["right"] = JoinKind.RightOuter,
        ["rightouter"] = JoinKind.RightOuter,
        ["semi"] = JoinKind.LeftSemi,
        ["leftsemi"] = JoinKind.LeftSemi,
        ["anti"] = JoinKind.LeftAnti,
        ["leftanti"] = JoinKind.LeftAnti,
    };

    public static JoinKind KindOf(string joinType) => s_kinds.TryGetValue(joinType.Replace("_", "", StringComparison.Ordinal), out var kind)
        ? kind
        : throw new AnalysisException($"There is no join type '{joinType}'; there are: {NearestNames.List(joinType, s_kinds.Keys)}.");

    /// <summary>The right side with ids of its own where the left has the same (a table joined with itself).</summary>
    public static Relation Apart(Relation left, Relation right)
    {
        var ids = left.Output.Select(column => column.Id).ToHashSet();
        return right.Output.Any(column => ids.Contains(column.Id))
            ? new Project(right, [.. right.Output.Select(column => new NamedExpression(AttributeReference.Create(column.Name, column.DataType, column.IsNullable) with { Qualifier = column.Qualifier }, column))])
            : right;
    }

    public static Relation On(Relation left, Relation right, Expression? condition, JoinKind kind)
    {
        var other = Apart(left, right);
        if (condition is null)
        {
            return new Join(left, other, kind, null);
        }

        CheckSides(left, right, other, condition);
        var resolver = new ExpressionResolver([.. left.Output, .. other.Output]);
        return new Join(left, other, kind, resolver.ResolveCondition(condition, "A join"));
    }

    /// <summary>Joins by equal values of columns that both sides have; each comes out once.</summary>
    public static Relation Using(Relation left, Relation right, IReadOnlyList<string> names, JoinKind kind)
    {
        var other = Apart(left, right);
        var keys = names.Select(name => (Left: Key(left, name), Right: Key(other, name))).ToList();
        Expression? condition = null;
        foreach (var (one, two) in keys)
        {
            var equal = FunctionBinder.Bind(new FunctionCall("==", [one, two]));
            condition = condition is null ? equal : FunctionBinder.Bind(new FunctionCall("and", [condition, equal]));
        }

        var join = new Join(left, other, kind, condition);
        if (kind is JoinKind.LeftSemi or JoinKind.LeftAnti)
        {
            return join;
        }

        var output = join.Output;
        var lefts = output.Take(left.Output.Length).ToList();
        var rights = output.Skip(left.Output.Length).ToList();
        var once = keys.Select(key => kind switch
        {
            JoinKind.RightOuter => Projection.Keep(key.Right),
            JoinKind.FullOuter => Projection.Make(key.Left.Name, FunctionBinder.Bind(new FunctionCall("coalesce", [lefts.Find(column => column.Id == key.Left.Id)!, rights.Find(column => column.Id == key.Right.Id)!]))),
            _ => Projection.Keep(key.Left),
        });
        var others = lefts.Where(column => !keys.Exists(key => key.Left.Id == column.Id)).Concat(rights.Where(column => !keys.Exists(key => key.Right.Id == column.Id)));
        return new Project(join, [.. once, .. others.Select(Projection.Keep)]);
    }

    private static AttributeReference Key(Relation side, string name) => ColumnLookup.Find(side.Output, ColumnLookup.Parts(name)) as AttributeReference
        ?? throw new AnalysisException($"The join key '{name}' must be a column.");

    /// <summary>A column that both sides of a self-join have would silently mean the left one.</summary>
    private static void CheckSides(Relation left, Relation right, Relation other, Expression condition)
    {
        if (ReferenceEquals(right, other))
        {
            return;
        }

        foreach (var column in condition.SelfAndBelow().OfType<AttributeReference>())
        {
            var one = left.Output.FirstOrDefault(item => item.Id == column.Id);
            var two = right.Output.FirstOrDefault(item => item.Id == column.Id);
            if (one is not null && two is not null && one.Qualifier == two.Qualifier)
            {
                throw new AnalysisException($"The column '{column.Name}' is in both sides of this join, which come from the same DataFrame. Give the sides aliases with As and write 'alias.{column.Name}', or join by the column's name.");
            }
        }
    }
}
