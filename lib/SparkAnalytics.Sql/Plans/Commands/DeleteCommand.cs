using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Deletes rows of a Delta table.</summary>
/// <param name="Path">The table's folder.</param>
/// <param name="Target">The table as the condition sees it.</param>
/// <param name="Condition">Which rows, or null for all.</param>
/// <param name="Options">Writer options (<c>txnAppId</c>, <c>txnVersion</c>).</param>
public sealed record DeleteCommand(string Path, Relation Target, Expression? Condition, ImmutableDictionary<string, string> Options) : Command;
