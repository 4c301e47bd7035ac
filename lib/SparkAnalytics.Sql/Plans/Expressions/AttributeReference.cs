using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>A column of an input relation. Equal ids mean the same column, whatever it is called.</summary>
/// <param name="Id">Unique in the process; given by the relation that first makes the column.</param>
/// <param name="Name">The name to show.</param>
/// <param name="DataType">The type.</param>
/// <param name="IsNullable">Whether values may be NULL.</param>
/// <param name="Qualifier">The table alias it can be reached under, or null.</param>
public sealed record AttributeReference(long Id, string Name, DataType DataType, bool IsNullable = true, string? Qualifier = null) : Expression
{
    private static long s_lastId;

    /// <inheritdoc/>
    public override DataType Type => DataType;

    /// <inheritdoc/>
    public override bool Nullable => IsNullable;

    /// <summary>A new column with an id of its own.</summary>
    /// <param name="name">The name to show.</param>
    /// <param name="type">The type.</param>
    /// <param name="nullable">Whether values may be NULL.</param>
    /// <returns>The column.</returns>
    public static AttributeReference Create(string name, DataType type, bool nullable = true) =>
        new(Interlocked.Increment(ref s_lastId), name, type, nullable);
}
