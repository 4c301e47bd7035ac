namespace SparkAnalytics.Sql.Types;

/// <summary>A 32-bit floating-point number (.NET <see cref="float"/>).</summary>
public sealed record FloatType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "float";
}
