using System.Collections.Immutable;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Plans;

/// <summary>A window function or an aggregate over a window.</summary>
/// <param name="Function">The function.</param>
/// <param name="PartitionBy">The partition's keys.</param>
/// <param name="OrderBy">The order within a partition.</param>
/// <param name="Frame">The rows that count; null is Spark's default (up to the current row's peers with an order, else all).</param>
public sealed record WindowExpression(FunctionCall Function, ImmutableArray<Expression> PartitionBy, ImmutableArray<SortOrder> OrderBy, WindowFrame? Frame) : Expression
{
    /// <inheritdoc/>
    public override DataType Type => Function.Type;

    /// <inheritdoc/>
    public override IEnumerable<Expression> Children => [Function, .. PartitionBy, .. OrderBy];

    /// <inheritdoc/>
    public override Expression MapChildren(Func<Expression, Expression> map) => this with
    {
        Function = (FunctionCall)map(Function),
        PartitionBy = [.. PartitionBy.Select(map)],
        OrderBy = [.. OrderBy.Select(order => (SortOrder)map(order))],
    };
}
