using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>One row for each group.</summary>
/// <param name="Input">The input.</param>
/// <param name="Kind">Plain groups, rollup or cube.</param>
/// <param name="GroupBy">The groups' keys; empty makes one row of everything.</param>
/// <param name="Expressions">The columns: keys and expressions over aggregates.</param>
public sealed record Aggregate(Relation Input, GroupKind Kind, ImmutableArray<Expression> GroupBy, ImmutableArray<NamedExpression> Expressions) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output { get; } = [.. Expressions.Select(expression => expression.Output)];

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Input = map(Input) };
}

/// <summary>How the keys of an aggregation make groups.</summary>
public enum GroupKind
{
    /// <summary>One grouping by all keys.</summary>
    GroupBy,

    /// <summary>All prefixes of the keys.</summary>
    Rollup,

    /// <summary>All subsets of the keys.</summary>
    Cube,
}
