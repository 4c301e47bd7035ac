using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Gives a Delta table the rows and the schema of an earlier version, as a new version.</summary>
/// <param name="Path">The table's folder.</param>
/// <param name="Version">The earlier version.</param>
/// <param name="Options">The commit's options, e.g. <c>userMetadata</c>.</param>
public sealed record RestoreCommand(string Path, long Version, ImmutableDictionary<string, string> Options) : Command;
