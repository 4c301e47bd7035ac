namespace SparkAnalytics.Sql.Types;

/// <summary>The type of a bare NULL.</summary>
public sealed record NullType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "void";
}
