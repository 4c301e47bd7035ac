namespace SparkAnalytics.Sql.Plans;

/// <summary>A set operation.</summary>
public enum SetOperationKind
{
    /// <summary>Rows of both.</summary>
    Union,

    /// <summary>Rows that both have.</summary>
    Intersect,

    /// <summary>Rows of the left that the right does not have.</summary>
    Except,
}
