namespace SparkAnalytics.Sql.Types;

/// <summary>A length of time in microseconds (.NET <see cref="TimeSpan"/>).</summary>
public sealed record DayTimeIntervalType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "interval day to second";
}
