namespace SparkAnalytics.Sql.Types;

/// <summary>A calendar date (.NET <see cref="Date"/>).</summary>
public sealed record DateType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "date";
}
