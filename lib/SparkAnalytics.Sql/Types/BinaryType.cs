namespace SparkAnalytics.Sql.Types;

/// <summary>Bytes (.NET array of <see cref="byte"/>).</summary>
public sealed record BinaryType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "binary";
}
