using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>A column by name, not yet looked up.</summary>
/// <param name="NameParts">The name, or a table alias and a name, or a column and names of structure members inside it.</param>
public sealed record UnresolvedColumn(ImmutableArray<string> NameParts) : Expression
{
    /// <inheritdoc/>
    public override DataType Type => throw new InvalidOperationException($"The column '{string.Join('.', NameParts)}' has no type before it is looked up in a DataFrame.");
}
