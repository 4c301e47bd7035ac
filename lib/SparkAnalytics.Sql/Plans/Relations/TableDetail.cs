using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>The newest version of a Delta table as one row, with Spark's columns of DESCRIBE DETAIL.</summary>
/// <param name="Path">The table's folder.</param>
/// <param name="Columns">The columns.</param>
public sealed record TableDetail(string Path, ImmutableArray<AttributeReference> Columns) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Columns;

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this;
}
