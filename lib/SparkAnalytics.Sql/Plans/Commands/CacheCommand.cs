namespace SparkAnalytics.Sql.Plans;

/// <summary>
/// Tells the engine of rows that are to be kept, before anything uses them. Nothing is computed for it; an engine may fill them while it reads what they come from for something else.
/// </summary>
/// <param name="Rows">The rows.</param>
public sealed record CacheCommand(Cached Rows) : Command;
