using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>Groups.</content>
public sealed partial class DataFrame
{
    /// <summary>Groups of rows with equal keys.</summary>
    /// <param name="columns">The keys; none makes one group of everything.</param>
    /// <returns>The groups.</returns>
    public RelationalGroupedDataset GroupBy(params Column[] columns) => new(this, GroupKind.GroupBy, columns);

    /// <summary>Groups of rows with equal keys.</summary>
    /// <param name="column">A key.</param>
    /// <param name="columns">Further keys.</param>
    /// <returns>The groups.</returns>
    public RelationalGroupedDataset GroupBy(string column, params string[] columns) => GroupBy(Named(column, columns));

    /// <summary>Groups by all prefixes of the keys, down to one of everything.</summary>
    /// <param name="columns">The keys.</param>
    /// <returns>The groups.</returns>
    public RelationalGroupedDataset Rollup(params Column[] columns) => new(this, GroupKind.Rollup, columns);

    /// <summary>Groups by all prefixes of the keys, down to one of everything.</summary>
    /// <param name="column">A key.</param>
    /// <param name="columns">Further keys.</param>
    /// <returns>The groups.</returns>
    public RelationalGroupedDataset Rollup(string column, params string[] columns) => Rollup(Named(column, columns));

    /// <summary>Groups by all subsets of the keys.</summary>
    /// <param name="columns">The keys.</param>
    /// <returns>The groups.</returns>
    public RelationalGroupedDataset Cube(params Column[] columns) => new(this, GroupKind.Cube, columns);

    /// <summary>Groups by all subsets of the keys.</summary>
    /// <param name="column">A key.</param>
    /// <param name="columns">Further keys.</param>
    /// <returns>The groups.</returns>
    public RelationalGroupedDataset Cube(string column, params string[] columns) => Cube(Named(column, columns));

    /// <summary>Aggregates over all rows, in one row.</summary>
    /// <param name="expr">An aggregate.</param>
    /// <param name="exprs">Further ones.</param>
    /// <returns>The row.</returns>
    /// <exception cref="AnalysisException">A column is not inside an aggregate, or a name or type does not fit.</exception>
    public DataFrame Agg(Column expr, params Column[] exprs) => GroupBy(Array.Empty<Column>()).Agg(expr, exprs);
}
