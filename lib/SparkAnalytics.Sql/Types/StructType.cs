namespace SparkAnalytics.Sql.Types;

/// <summary>Named members in order: the schema of a table, or the type of a structure inside a column.</summary>
public sealed record StructType : DataType
{
    /// <summary>Makes a structure of the given members.</summary>
    /// <param name="fields">The members, in order.</param>
    public StructType(IEnumerable<StructField> fields) => Fields = [.. fields];

    /// <summary>The members, in order.</summary>
    public List<StructField> Fields { get; }

    /// <inheritdoc/>
    public override string TypeName => "struct";

    /// <inheritdoc/>
    public override string SimpleString => $"struct<{string.Join(",", Fields.Select(member => $"{member.Name}:{member.DataType.SimpleString}"))}>";

    /// <inheritdoc/>
    public bool Equals(StructType? other) => other is not null && Fields.SequenceEqual(other.Fields);

    /// <inheritdoc/>
    public override int GetHashCode() => Fields.Aggregate(17, HashCode.Combine);
}

/// <summary>One named member of a <see cref="StructType"/>, so also one column of a table.</summary>
/// <param name="Name">The name, kept as written and matched without regard to case.</param>
/// <param name="DataType">The type.</param>
/// <param name="IsNullable">Whether values may be NULL.</param>
public sealed record StructField(string Name, DataType DataType, bool IsNullable = true);
