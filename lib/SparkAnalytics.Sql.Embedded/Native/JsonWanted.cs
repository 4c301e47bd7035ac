namespace SparkAnalytics.Sql.Embedded.Native;

/// <summary>Which JSON values a function looks for.</summary>
internal enum JsonWanted
{
    /// <summary>All but null.</summary>
    Any,

    /// <summary>Strings.</summary>
    String,

    /// <summary>Numbers.</summary>
    Number,
}
