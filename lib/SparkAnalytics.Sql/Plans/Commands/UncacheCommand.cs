using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Releases what a <see cref="Cached"/> relation keeps.</summary>
/// <param name="Key">The relation's key.</param>
public sealed record UncacheCommand(Guid Key) : Command;
