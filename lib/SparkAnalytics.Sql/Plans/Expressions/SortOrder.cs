using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>One key of a sort or of a window's order.</summary>
/// <param name="Child">The key.</param>
/// <param name="Ascending">Smallest first.</param>
/// <param name="NullsFirst">NULL before all values; Spark's default is true for ascending and false for descending.</param>
public sealed record SortOrder(Expression Child, bool Ascending = true, bool NullsFirst = true) : Expression
{
    /// <inheritdoc/>
    public override DataType Type => Child.Type;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [Child];

    /// <inheritdoc/>
    public override Expression MapChildren(Func<Expression, Expression> map) => this with { Child = map(Child) };
}
