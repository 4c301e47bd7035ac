using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>One WHEN clause of a merge.</summary>
/// <param name="When">Which rows it is for.</param>
/// <param name="Condition">A further condition, or null.</param>
/// <param name="Action">What is done.</param>
/// <param name="Assignments">For insert and update: values of all target columns, by the target column's name, in the target's order.</param>
public sealed record MergeClause(MergeWhen When, Expression? Condition, MergeAction Action, ImmutableArray<KeyValuePair<string, Expression>> Assignments);
