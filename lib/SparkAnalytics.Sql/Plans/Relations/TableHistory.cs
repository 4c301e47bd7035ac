using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>The commits of a Delta table, newest first, with Spark's columns of DESCRIBE HISTORY.</summary>
/// <param name="Path">The table's folder.</param>
/// <param name="Limit">At most that many, or null for all.</param>
/// <param name="Columns">The columns.</param>
public sealed record TableHistory(string Path, int? Limit, ImmutableArray<AttributeReference> Columns) : Relation
{
    /// <inheritdoc/>
    public override ImmutableArray<AttributeReference> Output => Columns;

    /// <inheritdoc/>
    public override Relation MapInputs(Func<Relation, Relation> map) => this;
}
