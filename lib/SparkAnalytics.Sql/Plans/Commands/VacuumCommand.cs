using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Deletes files that no kept version of a Delta table needs.</summary>
/// <param name="Path">The table's folder.</param>
/// <param name="Retention">How long removed files stay.</param>
/// <param name="DryRun">Only tells which files would go.</param>
/// <param name="KeepVersions">Versions whose files stay whatever their age.</param>
/// <param name="EnforceRetention">Refuses a retention below 168 hours.</param>
public sealed record VacuumCommand(string Path, TimeSpan Retention, bool DryRun, ImmutableArray<long> KeepVersions, bool EnforceRetention = true) : Command;
