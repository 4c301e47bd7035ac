using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>A query in the engine's own dialect, handed over as it stands.</summary>
/// <param name="Text">The query.</param>
/// <param name="Columns">The columns, as the engine described them.</param>
public sealed record SqlQuery(string Text, ImmutableArray<AttributeReference> Columns) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Columns;

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this;
}
