using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Writes rows as files or as a new version of a Delta table.</summary>
/// <param name="Input">The rows.</param>
/// <param name="Format">Spark's writer name: <c>delta</c>, <c>parquet</c>, <c>csv</c>, <c>json</c>, <c>text</c>.</param>
/// <param name="Mode">What happens to what is there.</param>
/// <param name="Path">The folder.</param>
/// <param name="Options">Spark's writer options (with <c>txnAppId</c> and <c>txnVersion</c>); keys compare without regard to case.</param>
/// <param name="PartitionBy">Names of partition columns.</param>
public sealed record WriteCommand(Relation Input, string Format, SaveMode Mode, string Path, ImmutableDictionary<string, string> Options, ImmutableArray<string> PartitionBy) : Command;
