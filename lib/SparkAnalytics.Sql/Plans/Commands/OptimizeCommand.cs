using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Joins small files of a Delta table into larger ones; no row changes.</summary>
/// <param name="Path">The table's folder.</param>
/// <param name="Options"><c>targetFileSize</c> (bytes), <c>minFileSize</c> (bytes, from which a file stays as it is), <c>sortBy</c> (a date column; in process alone).</param>
public sealed record OptimizeCommand(string Path, ImmutableDictionary<string, string> Options) : Command;
