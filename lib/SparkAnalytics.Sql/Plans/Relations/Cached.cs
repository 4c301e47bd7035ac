using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>The input, computed once, at its first use or before, and kept by the engine until it is released.</summary>
/// <param name="Input">The input.</param>
/// <param name="Key">Identifies the kept rows.</param>
/// <param name="Level">Where they lie, or null for <see cref="StorageLevel.MEMORY_AND_DISK"/>, as Spark's DataFrames have it.</param>
public sealed record Cached(Relation Input, Guid Key, StorageLevel? Level = null) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Input.Output;

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    // The engine compiles the kept plan on its own, once; what is above it changes nothing in it.
    public override Relation MapInputs(Func<Relation, Relation> map) => this;
}
