using System.Collections.Immutable;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>What optimize or vacuum did to one table.</summary>
/// <param name="Table">The table's name.</param>
/// <param name="Version">The version it now has.</param>
/// <param name="FilesAdded">Files written, or null where the engine does not tell.</param>
/// <param name="FilesRemoved">Files taken out of the table, or deleted from storage by vacuum, or null where the engine does not tell.</param>
/// <param name="Paths">For vacuum: the files deleted or, in a dry run, to be deleted.</param>
public sealed record MaintenanceResult(string Table, long Version, long? FilesAdded, long? FilesRemoved, ImmutableArray<string> Paths);
