namespace SparkAnalytics.Sql.Analysis;

/// <summary>Where a function may stand.</summary>
public enum FunctionKind
{
    /// <summary>One value for one row.</summary>
    Scalar,

    /// <summary>One value for a group or a window.</summary>
    Aggregate,

    /// <summary>Only over a window.</summary>
    Window,

    /// <summary>Several rows for one, at the top of a select only.</summary>
    Generator,
}
