using SparkAnalytics.Sql.Expressions;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>Sort orders and windows.</content>
public sealed partial class Column
{
    /// <summary>Largest first, NULL last.</summary>
    /// <returns>The order.</returns>
    public Column Desc() => new(new SortOrder(Expression, false, false));

    /// <summary>NULL first, then largest first.</summary>
    /// <returns>The order.</returns>
    public Column DescNullsFirst() => new(new SortOrder(Expression, false, true));

    /// <summary>Largest first, NULL last.</summary>
    /// <returns>The order.</returns>
    public Column DescNullsLast() => Desc();

    /// <summary>Smallest first, after NULL.</summary>
    /// <returns>The order.</returns>
    public Column Asc() => new(new SortOrder(Expression));

    /// <summary>Smallest first, after NULL.</summary>
    /// <returns>The order.</returns>
    public Column AscNullsFirst() => Asc();

    /// <summary>Smallest first, NULL last.</summary>
    /// <returns>The order.</returns>
    public Column AscNullsLast() => new(new SortOrder(Expression, true, false));

    /// <summary>The function's value over a window of rows around each row.</summary>
    /// <param name="window">The window.</param>
    /// <returns>The value.</returns>
    /// <exception cref="AnalysisException">This is no call of a function.</exception>
    public Column Over(WindowSpec window) => Expression is FunctionCall call
        ? new Column(new WindowExpression(call, window.Partition, window.Order, window.Frame))
        : throw new AnalysisException($"Over follows an aggregate or a window function, not '{this}'.");

    /// <summary>The function's value over all rows.</summary>
    /// <returns>The value.</returns>
    /// <exception cref="AnalysisException">This is no call of a function.</exception>
    public Column Over() => Over(WindowSpec.Empty);

    internal SortOrder AsSortOrder() => Expression as SortOrder ?? new SortOrder(Expression);
}
