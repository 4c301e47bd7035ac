namespace SparkAnalytics.Sql.Types;

/// <summary>True or false (.NET <see cref="bool"/>).</summary>
public sealed record BooleanType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "boolean";
}
