using System.Collections.Immutable;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <summary>Groups of rows, waiting for aggregates.</summary>
public sealed partial class RelationalGroupedDataset
{
    private readonly DataFrame _input;
    private readonly GroupKind _kind;
    private readonly ImmutableArray<Column> _keys;
    private readonly Column? _pivot;
    private readonly ImmutableArray<object?> _values;

    internal RelationalGroupedDataset(DataFrame input, GroupKind kind, IEnumerable<Column> keys, Column? pivot = null, IEnumerable<object?>? values = null)
    {
        _input = input;
        _kind = kind;
        _keys = [.. keys];
        _pivot = pivot;
        _values = [.. values ?? []];
    }

    /// <summary>One row for each group: its keys, then the aggregates.</summary>
    /// <param name="expr">An aggregate, or an expression of aggregates and keys.</param>
    /// <param name="exprs">Further ones.</param>
    /// <returns>The groups.</returns>
    /// <exception cref="AnalysisException">A column is neither a key nor inside an aggregate, or a name or type does not fit.</exception>
    public DataFrame Agg(Column expr, params Column[] exprs) => Aggregate([expr, .. exprs]);

    /// <summary>How many rows each group has, as <c>count</c>.</summary>
    /// <returns>The groups.</returns>
    public DataFrame Count() => Aggregate([Functions.Count(Functions.Lit(1)).Alias("count")]);

    /// <summary>The average of columns.</summary>
    /// <param name="colNames">The columns; all numbers where none is given.</param>
    /// <returns>The groups.</returns>
    public DataFrame Mean(params string[] colNames) => OfColumns("avg", colNames);

    /// <summary>The largest value of columns.</summary>
    /// <param name="colNames">The columns; all numbers where none is given.</param>
    /// <returns>The groups.</returns>
    public DataFrame Max(params string[] colNames) => OfColumns("max", colNames);

    /// <summary>The average of columns.</summary>
    /// <param name="colNames">The columns; all numbers where none is given.</param>
    /// <returns>The groups.</returns>
    public DataFrame Avg(params string[] colNames) => OfColumns("avg", colNames);

    /// <summary>The smallest value of columns.</summary>
    /// <param name="colNames">The columns; all numbers where none is given.</param>
    /// <returns>The groups.</returns>
    public DataFrame Min(params string[] colNames) => OfColumns("min", colNames);

    /// <summary>The sum of columns.</summary>
    /// <param name="colNames">The columns; all numbers where none is given.</param>
    /// <returns>The groups.</returns>
    public DataFrame Sum(params string[] colNames) => OfColumns("sum", colNames);

    private DataFrame OfColumns(string function, string[] colNames)
    {
        var keys = _keys.Select(key => key.ToString()).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = colNames.Length > 0 ? colNames : [.. _input.Plan.Output.Where(column => column.DataType.IsNumeric() && !keys.Contains(column.Name)).Select(column => column.Name)];
        return Aggregate([.. names.Select(name => Column.Call(function, Functions.Col(name)))]);
    }

    private DataFrame Aggregate(Column[] aggregates) =>
        new(_input.SparkSession, Grouping.Aggregate(_input.Plan, _kind, _keys, _pivot is null ? aggregates : [.. _values.SelectMany(value => aggregates.Select(aggregate => Pivoted(aggregate, value, aggregates.Length == 1)))]));
}
