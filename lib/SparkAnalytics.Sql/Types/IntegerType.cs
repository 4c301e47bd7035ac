namespace SparkAnalytics.Sql.Types;

/// <summary>A signed 32-bit integer (.NET <see cref="int"/>).</summary>
public sealed record IntegerType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "integer";

    /// <inheritdoc/>
    public override string SimpleString => "int";
}
