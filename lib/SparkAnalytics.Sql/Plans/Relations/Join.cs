using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Two inputs side by side. Their columns have no id in common.</summary>
/// <param name="Left">The left input.</param>
/// <param name="Right">The right input.</param>
/// <param name="Kind">Which rows come out.</param>
/// <param name="Condition">A boolean over both sides' columns, or null for every pair.</param>
public sealed record Join(Relation Left, Relation Right, JoinKind Kind, Expression? Condition) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output { get; } = Kind switch
    {
        JoinKind.LeftSemi or JoinKind.LeftAnti => Left.Output,
        JoinKind.LeftOuter => [.. Left.Output, .. Right.Output.Select(column => column with { IsNullable = true })],
        JoinKind.RightOuter => [.. Left.Output.Select(column => column with { IsNullable = true }), .. Right.Output],
        JoinKind.FullOuter => [.. Left.Output.Concat(Right.Output).Select(column => column with { IsNullable = true })],
        _ => [.. Left.Output, .. Right.Output],
    };

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Left, Right];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => new Join(map(Left), map(Right), Kind, Condition);
}

/// <summary>Which rows a join gives.</summary>
public enum JoinKind
{
    /// <summary>Pairs that match.</summary>
    Inner,

    /// <summary>Every pair.</summary>
    Cross,

    /// <summary>Pairs that match, and left rows without a match.</summary>
    LeftOuter,

    /// <summary>Pairs that match, and right rows without a match.</summary>
    RightOuter,

    /// <summary>Pairs that match, and rows of both sides without a match.</summary>
    FullOuter,

    /// <summary>Left rows that have a match, once.</summary>
    LeftSemi,

    /// <summary>Left rows that have none.</summary>
    LeftAnti,
}
