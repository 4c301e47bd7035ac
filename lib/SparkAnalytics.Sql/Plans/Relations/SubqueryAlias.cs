using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>The input under a table alias.</summary>
/// <param name="Input">The input.</param>
/// <param name="Name">The alias.</param>
public sealed record SubqueryAlias(Relation Input, string Name) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output { get; } = [.. Input.Output.Select(column => column with { Qualifier = Name })];

    /// <inheritdoc/>
    public override IEnumerable<Relation> Inputs => [Input];

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => new SubqueryAlias(map(Input), Name);
}
