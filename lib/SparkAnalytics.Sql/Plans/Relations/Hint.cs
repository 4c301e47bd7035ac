using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Advice for the engine's optimizer; changes no row.</summary>
/// <param name="Input">The input.</param>
/// <param name="Name">The hint's name, e.g. <c>broadcast</c>.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record Hint(Relation Input, string Name, ImmutableArray<object> Parameters) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Input.Output;

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this with { Input = map(Input) };
}
