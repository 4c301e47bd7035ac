using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Rows handed in by the program; read once for each execution, in order.</summary>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">The values of each row, in the columns' order.</param>
public sealed record LocalRelation(ImmutableArray<AttributeReference> Columns, IEnumerable<IReadOnlyList<object?>> Rows) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Columns;

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this;
}
