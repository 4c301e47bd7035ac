using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Changes rows of a Delta table.</summary>
/// <param name="Path">The table's folder.</param>
/// <param name="Target">The table as the condition and the values see it.</param>
/// <param name="Condition">Which rows, or null for all.</param>
/// <param name="Assignments">New values by column name.</param>
/// <param name="Options">Writer options (<c>txnAppId</c>, <c>txnVersion</c>).</param>
public sealed record UpdateCommand(string Path, Relation Target, Expression? Condition, ImmutableArray<KeyValuePair<string, Expression>> Assignments, ImmutableDictionary<string, string> Options) : Command;
