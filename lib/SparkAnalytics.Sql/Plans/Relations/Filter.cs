using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>The rows for which a condition is true.</summary>
/// <param name="Input">The input.</param>
/// <param name="Condition">A boolean.</param>
public sealed record Filter(Relation Input, Expression Condition) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Input.Output;

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Input = map(Input) };
}
