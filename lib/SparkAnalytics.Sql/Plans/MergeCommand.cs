using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Delta's MERGE. Its source must match each row of the target at most once.</summary>
/// <param name="Path">The target's folder.</param>
/// <param name="Target">The target as the condition and the clauses see it.</param>
/// <param name="Source">The source.</param>
/// <param name="Condition">When a row of the source and one of the target match.</param>
/// <param name="Clauses">What happens, the first clause that applies.</param>
/// <param name="Options">Writer options (<c>txnAppId</c>, <c>txnVersion</c>).</param>
public sealed record MergeCommand(string Path, Relation Target, Relation Source, Expression Condition, ImmutableArray<MergeClause> Clauses, ImmutableDictionary<string, string> Options) : Command;
