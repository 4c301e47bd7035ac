using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Union, intersection or difference by position. Both inputs have the same types; union by name is a projection below.</summary>
/// <param name="Kind">Which operation.</param>
/// <param name="Left">The left input.</param>
/// <param name="Right">The right input.</param>
/// <param name="IsAll">Keeps duplicates; false gives distinct rows.</param>
/// <param name="Columns">The columns that come out: new ids, the left side's names.</param>
public sealed record SetOperation(SetOperationKind Kind, Relation Left, Relation Right, bool IsAll, ImmutableArray<AttributeReference> Columns) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Columns;

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Left, Right];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Left = map(Left), Right = map(Right) };
}

/// <summary>A set operation.</summary>
public enum SetOperationKind
{
    /// <summary>Rows of both.</summary>
    Union,

    /// <summary>Rows that both have.</summary>
    Intersect,

    /// <summary>Rows of the left that the right does not have.</summary>
    Except,
}
