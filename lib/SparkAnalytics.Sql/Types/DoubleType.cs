namespace SparkAnalytics.Sql.Types;

/// <summary>A 64-bit floating-point number (.NET <see cref="double"/>).</summary>
public sealed record DoubleType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "double";
}
