namespace SparkAnalytics.Sql.Plans;

/// <summary>Something an engine does, as opposed to rows that it gives.</summary>
public abstract record Command;
