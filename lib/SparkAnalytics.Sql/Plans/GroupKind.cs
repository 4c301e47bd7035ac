namespace SparkAnalytics.Sql.Plans;

/// <summary>How the keys of an aggregation make groups.</summary>
public enum GroupKind
{
    /// <summary>One grouping by all keys.</summary>
    GroupBy,

    /// <summary>All prefixes of the keys.</summary>
    Rollup,

    /// <summary>All subsets of the keys.</summary>
    Cube,
}
