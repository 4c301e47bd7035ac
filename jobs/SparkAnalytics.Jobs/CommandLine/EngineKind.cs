namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>The engines there are.</summary>
internal enum EngineKind
{
    /// <summary>DuckDB and our own Delta log, in this process.</summary>
    Embedded,

    /// <summary>Apache Spark with Delta Lake, on a Spark Connect server.</summary>
    Spark,
}
