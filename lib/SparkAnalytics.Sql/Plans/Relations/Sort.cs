using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Rows in order.</summary>
/// <param name="Input">The input.</param>
/// <param name="Order">The keys.</param>
/// <param name="IsGlobal">False orders only within partitions.</param>
public sealed record Sort(Relation Input, ImmutableArray<SortOrder> Order, bool IsGlobal = true) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Input.Output;

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Input = map(Input) };
}
