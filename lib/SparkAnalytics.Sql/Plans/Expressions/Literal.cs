using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>A constant.</summary>
/// <param name="Value">NULL, or a .NET value as the data type's documentation names it.</param>
/// <param name="DataType">Its type.</param>
public sealed record Literal(object? Value, DataType DataType) : Expression
{
    /// <inheritdoc/>
    public override DataType Type => DataType;

    /// <inheritdoc/>
    public override bool Nullable => Value is null;
}
