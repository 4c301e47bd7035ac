using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <content>Pivots: one column for each value of a column.</content>
public sealed partial class RelationalGroupedDataset
{
    /// <summary>One column for each value of a column; the values are found by running a query.</summary>
    /// <param name="pivotColumn">The column.</param>
    /// <returns>The groups.</returns>
    public RelationalGroupedDataset Pivot(string pivotColumn) => Pivot(Functions.Col(pivotColumn));

    /// <summary>One column for each given value of a column.</summary>
    /// <param name="pivotColumn">The column.</param>
    /// <param name="values">The values, in the order wanted.</param>
    /// <returns>The groups.</returns>
    public RelationalGroupedDataset Pivot(string pivotColumn, IEnumerable<object> values) => Pivot(Functions.Col(pivotColumn), values);

    /// <summary>One column for each value of a column; the values are found by running a query.</summary>
    /// <param name="pivotColumn">The column.</param>
    /// <returns>The groups.</returns>
    public RelationalGroupedDataset Pivot(Column pivotColumn) =>
        Pivot(pivotColumn, _input.Select(pivotColumn.Alias("value")).Distinct().OrderBy("value").Collect().Select(row => row[0]!).ToList());

    /// <summary>One column for each given value of a column.</summary>
    /// <param name="pivotColumn">The column.</param>
    /// <param name="values">The values, in the order wanted.</param>
    /// <returns>The groups.</returns>
    /// <exception cref="AnalysisException">The groups have a pivot already, or are no plain groups.</exception>
    public RelationalGroupedDataset Pivot(Column pivotColumn, IEnumerable<object> values) => _pivot is null && _kind == GroupKind.GroupBy
        ? new RelationalGroupedDataset(_input, _kind, _keys, pivotColumn, values)
        : throw new AnalysisException("Pivot can be used once, after GroupBy.");

    /// <summary>The aggregate over the rows with one value: each argument becomes NULL for the others, as aggregates skip NULL.</summary>
    private Column Pivoted(Column aggregate, object? value, bool isOnly)
    {
        var item = SelectItem.Of(aggregate.Expression);
        var text = ValueText.Of(value, new NullType());
        var name = isOnly ? text : $"{text}_{item.Name ?? ExpressionName.OfColumn(item.Written)}";
        return new Column(Restrict(item.Written, Column.Call("<=>", _pivot, value).Expression)).Alias(value is null && isOnly ? "null" : name);
    }

    private static Expression Restrict(Expression expression, Expression condition) => expression switch
    {
        FunctionCall { Name: "first" or "last" } => throw new AnalysisException("First and Last cannot be pivoted; use Min, Max, MinBy or MaxBy."),
        FunctionCall { Arguments: [var first, .. var others] } call when call.IsAggregate() || FunctionRegistry.Find(FunctionRewrites.Canonical(call.Name))?.Kind == FunctionKind.Aggregate =>
            call with { Arguments = [new FunctionCall("when", [condition, first is UnresolvedStar ? new Literal(1, new IntegerType()) : first]), .. others] },
        _ => expression.MapChildren(child => Restrict(child, condition)),
    };
}
