namespace SparkAnalytics.Sql;

/// <summary>What a writer does where data is already there.</summary>
public enum SaveMode
{
    /// <summary>Adds to it.</summary>
    Append,

    /// <summary>Replaces it.</summary>
    Overwrite,

    /// <summary>Fails.</summary>
    ErrorIfExists,

    /// <summary>Writes nothing.</summary>
    Ignore,
}
