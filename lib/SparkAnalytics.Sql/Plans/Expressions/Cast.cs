using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>A conversion by Spark's rules with ANSI on.</summary>
/// <param name="Child">The value.</param>
/// <param name="To">The wanted type.</param>
/// <param name="IsTry">True gives NULL where the value cannot be converted, false is an error when the plan runs.</param>
public sealed record Cast(Expression Child, DataType To, bool IsTry = false) : Expression
{
    /// <inheritdoc/>
    public override DataType Type => To;

    /// <inheritdoc/>
    public override bool Nullable => IsTry || Child.Nullable;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [Child];

    /// <inheritdoc/>
    public override Expression MapChildren(Func<Expression, Expression> map) => this with { Child = map(Child) };
}
