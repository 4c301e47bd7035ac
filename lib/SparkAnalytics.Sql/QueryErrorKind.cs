namespace SparkAnalytics.Sql;

/// <summary>What a caller can do about a failed plan.</summary>
public enum QueryErrorKind
{
    /// <summary>The data or a file does not fit: mend the input.</summary>
    BadInput,

    /// <summary>A path does not exist or is no table.</summary>
    NotFound,

    /// <summary>Somebody else changed the table at the same time: run again.</summary>
    Conflict,

    /// <summary>Storage or memory is full or out of reach: try again later.</summary>
    Resources,

    /// <summary>Anything else: a fault of the program.</summary>
    Internal,
}
