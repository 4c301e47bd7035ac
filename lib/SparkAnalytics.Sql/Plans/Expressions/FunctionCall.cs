using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>
/// A call of a function, an operator or an aggregate by Spark's name: <c>+</c>, <c>==</c>, <c>and</c>, <c>when</c> (condition, value, ..., otherwise), <c>sum</c>, ...
/// </summary>
/// <param name="Name">Spark's SQL name in lower case.</param>
/// <param name="Arguments">The arguments, in order.</param>
/// <param name="IsDistinct">For aggregates: over distinct values only.</param>
public sealed record FunctionCall(string Name, ImmutableArray<Expression> Arguments, bool IsDistinct = false) : Expression
{
    /// <summary>The result type, known once the call has been resolved.</summary>
    public DataType? ResultType { get; init; }

    /// <summary>Whether the value may be NULL; known once the call has been resolved.</summary>
    public bool IsNullable { get; init; } = true;

    /// <inheritdoc/>
    public override bool Nullable => IsNullable;

    /// <inheritdoc/>
    public override DataType Type => ResultType ?? throw new InvalidOperationException($"The call of '{Name}' has no type before it is looked up in a DataFrame.");

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => Arguments;

    /// <inheritdoc/>
    public override Expression MapChildren(Func<Expression, Expression> map) => this with { Arguments = [.. Arguments.Select(map)] };
}
