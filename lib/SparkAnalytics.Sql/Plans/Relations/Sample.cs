using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>A random part of the rows.</summary>
/// <param name="Input">The input.</param>
/// <param name="Fraction">The share, 0 to 1.</param>
/// <param name="WithReplacement">Whether a row may come twice.</param>
/// <param name="Seed">The seed.</param>
public sealed record Sample(Relation Input, double Fraction, bool WithReplacement, long Seed) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Input.Output;

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Input = map(Input) };
}
