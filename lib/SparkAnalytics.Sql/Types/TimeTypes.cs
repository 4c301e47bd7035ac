namespace SparkAnalytics.Sql.Types;

/// <summary>A calendar date (.NET <see cref="Date"/>).</summary>
public sealed record DateType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "date";
}

/// <summary>An instant with microseconds, shown in UTC (.NET <see cref="Timestamp"/>).</summary>
public sealed record TimestampType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "timestamp";
}

/// <summary>A date and time of day without a zone, with microseconds (.NET <see cref="Timestamp"/>).</summary>
public sealed record TimestampNtzType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "timestamp_ntz";
}

/// <summary>A length of time in microseconds (.NET <see cref="TimeSpan"/>).</summary>
public sealed record DayTimeIntervalType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "interval day to second";
}
