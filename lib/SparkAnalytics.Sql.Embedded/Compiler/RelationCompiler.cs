using System.Globalization;
using Range = SparkAnalytics.Sql.Plans.Range;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Embedded.TextTypes;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Compiler;

/// <summary>Relations to nested SELECTs, one for each; columns have one name in the whole statement, so no table names are needed.</summary>
internal sealed class RelationCompiler(NameScope names, ExpressionCompiler expressions, ILeafCompiler leaves)
{
    private static readonly IReadOnlyList<Expression> s_none = [];

    public ExpressionCompiler Expressions => expressions;

    /// <summary>A SELECT with exactly these columns of the relation, in their order; doubles of a column too.</summary>
    public NestedSql SelectColumns(Relation relation, IEnumerable<AttributeReference> columns) => Positional(relation, columns.Select(column => names[column]));

    /// <summary>A SELECT that gives at least the relation's columns, each once.</summary>
    public NestedSql Select(Relation relation, IReadOnlyList<Expression> conditions) => relation switch
    {
        Project project => Project(project, conditions),
        Filter filter => $"SELECT *\nFROM {Where(filter, conditions)}",
        Join join => JoinCompiler.Select(join, this, conditions),
        Aggregate aggregate => Aggregate(aggregate),
        Sort sort => $"SELECT *\nFROM {From(sort.Input, conditions)}\nORDER BY {string.Join(", ", sort.Order.Select(expressions.Order))}",
        Limit { Input: Sort } limit => $"{Select(limit.Input, s_none)}\nLIMIT {SqlText.Number(limit.Count)}",
        Limit limit => $"SELECT *\nFROM {From(limit.Input, s_none)}\nLIMIT {SqlText.Number(limit.Count)}",
        Deduplicate deduplicate => Deduplicate(deduplicate),
        SetOperation operation => SetOperation(operation),
        Range range => $"SELECT range AS {names[range.Id]}\nFROM range({SqlText.Number(range.Start)}, {SqlText.Number(range.End)}, {SqlText.Number(range.Step)})",
        Sample sample => Sample(sample),
        SubqueryAlias or Hint or Repartition => Select(relation.Inputs.Single(), conditions),
        _ => NestedSql.Of(leaves.Compile(relation, names, conditions)),
    };

    /// <summary>A relation as an item of FROM.</summary>
    public NestedSql From(Relation relation, IReadOnlyList<Expression> conditions) => $"(\n{Select(relation, conditions)}\n)";

    private NestedSql Positional(Relation relation, IEnumerable<string> columns) =>
        $"SELECT {Listed(columns)}\nFROM {From(relation, s_none)}";

    private static string Listed(IEnumerable<string> columns)
    {
        var list = string.Join(", ", columns);
        return list.Length == 0 ? "NULL AS nothing" : list;
    }

    private NestedSql Project(Project project, IReadOnlyList<Expression> conditions)
    {
        var below = project.Expressions.Any(expression => expression.Value.Holds<WindowExpression>()) ? s_none : conditions;
        var input = WithoutSelections(project.Input);
        var source = input is Filter filter ? Where(filter, below) : From(input, below);
        return $"SELECT {Listed(project.Expressions.DistinctBy(expression => expression.Output.Id).Select(Named))}\nFROM {source}";
    }

    /// <summary>Passes over projections that only leave out columns, where the one above names its columns anyway.</summary>
    private static Relation WithoutSelections(Relation relation) =>
        relation is Project project && project.Expressions.All(expression => expression.Value is AttributeReference column && column.Id == expression.Output.Id)
            ? WithoutSelections(project.Input)
            : relation;

    private string Named(NamedExpression expression) => expression.Value is AttributeReference column && column.Id == expression.Output.Id
        ? names[column]
        : $"{expressions.Compile(expression.Value)} AS {names[expression.Output]}";

    private NestedSql Where(Filter filter, IReadOnlyList<Expression> conditions) =>
        $"{From(filter.Input, [.. conditions, .. filter.Condition.Conjuncts()])}\nWHERE {expressions.Compile(filter.Condition)}";

    private NestedSql Aggregate(Aggregate aggregate)
    {
        var keys = string.Join(", ", aggregate.GroupBy.Select(expressions.Key));
        var grouping = (aggregate.GroupBy.IsEmpty, aggregate.Kind) switch
        {
            (true, _) => string.Empty,
            (_, GroupKind.Rollup) => $"\nGROUP BY ROLLUP ({keys})",
            (_, GroupKind.Cube) => $"\nGROUP BY CUBE ({keys})",
            _ => $"\nGROUP BY {keys}",
        };
        var columns = aggregate.Expressions.DistinctBy(expression => expression.Output.Id).Select(Named);
        return $"SELECT {Listed(columns)}\nFROM {From(aggregate.Input, s_none)}{grouping}";
    }

    private NestedSql Deduplicate(Deduplicate deduplicate)
    {
        deduplicate.Keys.ToList().ForEach(key => Collations.Check(key, "compared"));
        var isWhole = deduplicate.Output.All(column => deduplicate.Keys.Any(key => key.Id == column.Id));
        var columns = deduplicate.Output.Select(column => names[column]).Distinct(StringComparer.Ordinal);
        var on = isWhole ? string.Empty : $" ON ({string.Join(", ", deduplicate.Keys.Select(key => names[key]))})";
        return $"SELECT DISTINCT{on} {Listed(columns)}\nFROM {From(deduplicate.Input, s_none)}";
    }

    private NestedSql SetOperation(SetOperation operation)
    {
        if (operation is not { Kind: SetOperationKind.Union, IsAll: true })
        {
            operation.Inputs.SelectMany(input => input.Output).ToList().ForEach(column => Collations.Check(column, "compared"));
        }

        var word = operation.Kind switch { SetOperationKind.Union => "UNION", SetOperationKind.Intersect => "INTERSECT", _ => "EXCEPT" };
        return $"{Side(operation.Left, operation)}\n{word}{(operation.IsAll ? " ALL" : string.Empty)}\n{Side(operation.Right, operation)}";
    }

    /// <summary>One input, its columns under the names of the result.</summary>
    private NestedSql Side(Relation input, SetOperation operation) =>
        $"({Positional(input, input.Output.Zip(operation.Columns, (from, to) => $"{names[from]} AS {names[to]}"))})";

    private NestedSql Sample(Sample sample) =>
        $"SELECT *\nFROM {From(sample.Input, s_none)}\nUSING SAMPLE {(sample.Fraction * 100).ToString(CultureInfo.InvariantCulture)}% (bernoulli, {SqlText.Number(Math.Abs(sample.Seed % int.MaxValue))})";
}
