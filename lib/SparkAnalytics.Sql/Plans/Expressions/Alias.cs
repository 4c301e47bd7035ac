using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>A value with a name, at the top of a <see cref="Column"/>; in a plan it has become a <see cref="NamedExpression"/>.</summary>
/// <param name="Child">The value.</param>
/// <param name="Name">The name.</param>
public sealed record Alias(Expression Child, string Name) : Expression
{
    /// <inheritdoc/>
    public override DataType Type => Child.Type;

    /// <inheritdoc/>
    public override bool Nullable => Child.Nullable;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [Child];

    /// <inheritdoc/>
    public override Expression MapChildren(Func<Expression, Expression> map) => this with { Child = map(Child) };
}
