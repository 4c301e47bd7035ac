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

    /// <summary>The same relation over changed inputs. Without a body here, so that a relation that forgets its inputs does not build; one that has none says so by giving itself.</summary>
    /// <param name="map">Gives the new input for each of <see cref="Inputs"/>; <see cref="Cached"/> keeps its own.</param>
    /// <returns>The new relation; its columns keep their ids.</returns>
    public abstract Relation MapInputs(Func<Relation, Relation> map);

    /// <summary>The schema of <see cref="Output"/>.</summary>
    public StructType Schema => new(Output.Select(column => new StructField(column.Name, column.DataType, column.IsNullable)));
}
