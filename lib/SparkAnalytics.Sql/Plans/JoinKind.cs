namespace SparkAnalytics.Sql.Plans;

/// <summary>Which rows a join gives.</summary>
public enum JoinKind
{
    /// <summary>Pairs that match.</summary>
    Inner,

    /// <summary>Every pair.</summary>
    Cross,

    /// <summary>Pairs that match, and left rows without a match.</summary>
    LeftOuter,

    /// <summary>Pairs that match, and right rows without a match.</summary>
    RightOuter,

    /// <summary>Pairs that match, and rows of both sides without a match.</summary>
    FullOuter,

    /// <summary>Left rows that have a match, once.</summary>
    LeftSemi,

    /// <summary>Left rows that have none.</summary>
    LeftAnti,
}
