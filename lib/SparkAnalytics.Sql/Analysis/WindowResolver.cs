using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Checks and types window functions.</summary>
internal static class WindowResolver
{
    private static readonly WindowFrame s_toCurrentRow = new(true, long.MinValue, 0);

    public static WindowExpression Resolve(ExpressionResolver resolver, WindowExpression window)
    {
        if (resolver.Resolve(window.Function) is not FunctionCall function || !(function.IsAggregate() || ExpressionResolver.IsWindowOnly(function)))
        {
            throw new AnalysisException($"'{ExpressionName.Of(window.Function)}' is neither an aggregate nor a window function, so it cannot be over a window.");
        }

        var resolved = window with
        {
            Function = function,
            PartitionBy = [.. window.PartitionBy.Select(key => ExpressionResolver.WithoutAlias(resolver.Resolve(key)))],
            OrderBy = [.. window.OrderBy.Select(order => (SortOrder)resolver.Resolve(order))],
        };
        return Check(resolved, function);
    }

    private static WindowExpression Check(WindowExpression window, FunctionCall function)
    {
        var isRanking = ExpressionResolver.IsWindowOnly(function) && function.Name != "nth_value";
        if (isRanking && window.OrderBy.IsEmpty)
        {
            throw new AnalysisException($"{function.Name} wants a window with an order: add OrderBy to the window.");
        }

        if (isRanking && window.Frame is not null && window.Frame != s_toCurrentRow)
        {
            throw new AnalysisException($"{function.Name} has a frame of its own: leave RowsBetween and RangeBetween out of its window.");
        }

        if (function.IsDistinct)
        {
            throw new AnalysisException($"'{ExpressionName.Of(function)}': aggregates over distinct values cannot be over a window.");
        }

        if (window.Frame is { ByRows: false } range && !IsWithoutOffsets(range))
        {
            CheckRange(window);
        }

        return isRanking ? window with { Frame = null } : window;
    }

    private static bool IsWithoutOffsets(WindowFrame frame) => frame.Start is long.MinValue or 0 or long.MaxValue && frame.End is long.MinValue or 0 or long.MaxValue;

    private static void CheckRange(WindowExpression window)
    {
        if (window.OrderBy is not [var key])
        {
            throw new AnalysisException("RangeBetween with an offset wants a window with exactly one order key.");
        }

        if (!key.Type.IsNumeric() && key.Type is not DateType)
        {
            throw new AnalysisException($"RangeBetween with an offset wants a number or a date as order key, but '{ExpressionName.Of(key.Child)}' is {key.Type.SimpleString}; order by its number, e.g. unix_micros.");
        }
    }
}
