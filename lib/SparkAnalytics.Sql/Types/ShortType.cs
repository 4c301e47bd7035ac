namespace SparkAnalytics.Sql.Types;

/// <summary>A signed 16-bit integer (.NET <see cref="short"/>).</summary>
public sealed record ShortType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "short";

    /// <inheritdoc/>
    public override string SimpleString => "smallint";
}
