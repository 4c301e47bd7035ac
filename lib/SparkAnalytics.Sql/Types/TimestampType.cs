namespace SparkAnalytics.Sql.Types;

/// <summary>An instant with microseconds, shown in UTC (.NET <see cref="Timestamp"/>).</summary>
public sealed record TimestampType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "timestamp";
}
