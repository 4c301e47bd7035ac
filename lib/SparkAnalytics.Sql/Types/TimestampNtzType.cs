namespace SparkAnalytics.Sql.Types;

/// <summary>A date and time of day without a zone, with microseconds (.NET <see cref="Timestamp"/>).</summary>
public sealed record TimestampNtzType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "timestamp_ntz";
}
