namespace SparkAnalytics.Sql.Types;

/// <summary>Unicode text, compared by its UTF-8 bytes (.NET <see cref="string"/>).</summary>
public sealed record StringType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "string";
}
