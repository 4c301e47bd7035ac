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

/// <summary>One WHEN clause of a merge.</summary>
/// <param name="When">Which rows it is for.</param>
/// <param name="Condition">A further condition, or null.</param>
/// <param name="Action">What is done.</param>
/// <param name="Assignments">For insert and update: values of all target columns, by the target column's name, in the target's order.</param>
public sealed record MergeClause(MergeWhen When, Expression? Condition, MergeAction Action, ImmutableArray<KeyValuePair<string, Expression>> Assignments);

/// <summary>Which rows a merge clause is for.</summary>
public enum MergeWhen
{
    /// <summary>A source row that matches a target row.</summary>
    Matched,

    /// <summary>A source row without a target row.</summary>
    NotMatched,

    /// <summary>A target row without a source row.</summary>
    NotMatchedBySource,
}

/// <summary>What a merge clause does.</summary>
public enum MergeAction
{
    /// <summary>Inserts a new row.</summary>
    Insert,

    /// <summary>Changes the target row.</summary>
    Update,

    /// <summary>Deletes the target row.</summary>
    Delete,
}
