using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>One node of an immutable, fully resolved plan; named after Spark Connect's relations.</summary>
public abstract record Relation
{
    /// <summary>The columns that come out, in order.</summary>
    public abstract ImmutableArray<AttributeReference> Output { get; }

    /// <summary>The relations that are read, in order.</summary>
    public virtual IEnumerable<Relation> Inputs => [];

    /// <summary>The schema of <see cref="Output"/>.</summary>
    public StructType Schema => new(Output.Select(column => new StructField(column.Name, column.DataType, column.IsNullable)));
}
