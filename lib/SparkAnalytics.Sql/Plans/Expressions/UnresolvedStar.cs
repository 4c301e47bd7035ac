using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>All columns (<c>*</c>), or all of one table alias.</summary>
/// <param name="Qualifier">The alias, or null for all.</param>
public sealed record UnresolvedStar(string? Qualifier) : Expression
{
    /// <inheritdoc/>
    public override DataType Type => throw new InvalidOperationException("'*' stands for several columns and has no type.");
}
