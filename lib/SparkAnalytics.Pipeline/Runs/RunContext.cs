using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>What all steps of a run share.</summary>
/// <param name="Spark">The session.</param>
/// <param name="Paths">The lakehouse.</param>
/// <param name="Settings">The settings in force.</param>
/// <param name="Time">The machine's clock, for what is measured and noted.</param>
/// <param name="RunId">The run's number.</param>
/// <param name="Clock">The clock that events are measured against.</param>
internal sealed record RunContext(SparkSession Spark, LakehousePaths Paths, EffectiveSettings Settings, TimeProvider Time, long RunId, DateTimeOffset Clock);
