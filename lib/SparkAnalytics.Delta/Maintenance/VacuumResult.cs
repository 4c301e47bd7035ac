namespace SparkAnalytics.Delta;

/// <summary>What vacuum deleted, or would delete in a dry run.</summary>
/// <param name="Paths">The files, in order of their paths.</param>
/// <param name="Bytes">Their size together.</param>
/// <param name="DryRun">True where they are still there.</param>
public sealed record VacuumResult(IReadOnlyList<string> Paths, long Bytes, bool DryRun);
