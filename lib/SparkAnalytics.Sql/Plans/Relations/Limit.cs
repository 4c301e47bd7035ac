using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>The first rows.</summary>
/// <param name="Input">The input.</param>
/// <param name="Count">How many, 0 or more.</param>
public sealed record Limit(Relation Input, int Count) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Input.Output;

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Input = map(Input) };
}
