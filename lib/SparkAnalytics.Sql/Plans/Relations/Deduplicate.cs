using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>One row for each combination of keys; which one is open.</summary>
/// <param name="Input">The input.</param>
/// <param name="Keys">Columns of the input; all of them is DISTINCT.</param>
public sealed record Deduplicate(Relation Input, ImmutableArray<AttributeReference> Keys) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Input.Output;

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Input = map(Input) };
}
