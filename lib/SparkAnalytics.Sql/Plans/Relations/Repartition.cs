using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>The same rows spread anew; an engine without partitions hands them on.</summary>
/// <param name="Input">The input.</param>
/// <param name="Partitions">How many, or null for the engine's default.</param>
/// <param name="By">The keys, empty for round robin.</param>
/// <param name="ByRange">By ranges of the keys instead of their hash.</param>
/// <param name="Shuffle">False only joins partitions (<c>Coalesce</c>).</param>
public sealed record Repartition(Relation Input, int? Partitions, ImmutableArray<SortOrder> By, bool ByRange, bool Shuffle) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Input.Output;

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Input = map(Input) };
}
