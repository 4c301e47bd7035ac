namespace SparkAnalytics.Sql.Types;

/// <summary>A signed 8-bit integer (.NET <see cref="sbyte"/>).</summary>
public sealed record ByteType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "byte";

    /// <inheritdoc/>
    public override string SimpleString => "tinyint";
}
