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

/// <summary>The rows around the current one that a window function sees.</summary>
/// <param name="ByRows">True counts rows, false compares values of the one order key.</param>
/// <param name="Start">Offset of the first row; <see cref="long.MinValue"/> is the partition's start, 0 the current row.</param>
/// <param name="End">Offset of the last row; <see cref="long.MaxValue"/> is the partition's end, 0 the current row.</param>
public sealed record WindowFrame(bool ByRows, long Start, long End);
