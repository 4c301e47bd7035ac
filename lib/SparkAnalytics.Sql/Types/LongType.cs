namespace SparkAnalytics.Sql.Types;

/// <summary>A signed 64-bit integer (.NET <see cref="long"/>).</summary>
public sealed record LongType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "long";

    /// <inheritdoc/>
    public override string SimpleString => "bigint";
}
