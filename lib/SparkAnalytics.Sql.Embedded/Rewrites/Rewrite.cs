using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Rewrites;

/// <summary>Why a rewrite is there.</summary>
internal enum RewritePurpose
{
    /// <summary>DuckDB could not run the plan without it.</summary>
    Correctness,

    /// <summary>The plan runs faster or in less memory with it, and gives the same rows without it.</summary>
    Speed,
}

/// <summary>One change of whole plans.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Purpose">Why it is there.</param>
/// <param name="Apply">Gives the changed plan, which has the given one's columns under their ids and may have more.</param>
internal sealed record Rewrite(string Name, RewritePurpose Purpose, Func<Relation, Relation> Apply);
