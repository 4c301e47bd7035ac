namespace SparkAnalytics.Sql.Plans;

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
