using System.Collections.Immutable;

namespace SparkAnalytics.Sql.Plans;

/// <summary>Gives rows a name that queries in the engine's dialect can use, for this session.</summary>
/// <param name="Name">The view's name.</param>
/// <param name="Input">The rows.</param>
/// <param name="Replace">Whether a view of that name may be replaced.</param>
public sealed record CreateViewCommand(string Name, Relation Input, bool Replace) : Command;
