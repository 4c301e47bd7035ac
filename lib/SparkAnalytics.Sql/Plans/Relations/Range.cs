using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Whole numbers in one column <c>id</c>.</summary>
/// <param name="Start">The first.</param>
/// <param name="End">The end, not included.</param>
/// <param name="Step">The step, not 0.</param>
/// <param name="Id">The column.</param>
public sealed record Range(long Start, long End, long Step, AttributeReference Id) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => [Id];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this;
}
