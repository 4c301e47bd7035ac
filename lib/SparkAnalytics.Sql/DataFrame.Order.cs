using System.Collections.Immutable;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>Order and spread of rows.</content>
public sealed partial class DataFrame
{
    /// <summary>The rows in order.</summary>
    /// <param name="column">A key, smallest first.</param>
    /// <param name="columns">Further keys.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DataFrame OrderBy(string column, params string[] columns) => Sort(Named(column, columns));

    /// <summary>The rows in order.</summary>
    /// <param name="columns">The keys, with <c>Desc()</c> for largest first.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DataFrame OrderBy(params Column[] columns) => Sort(columns);

    /// <inheritdoc cref="OrderBy(string, string[])"/>
    public DataFrame Sort(string column, params string[] columns) => Sort(Named(column, columns));

    /// <inheritdoc cref="OrderBy(Column[])"/>
    public DataFrame Sort(params Column[] columns) => With(new Sort(Plan, Orders(columns)));

    /// <summary>The rows in order within each partition.</summary>
    /// <param name="column">A key, smallest first.</param>
    /// <param name="columns">Further keys.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DataFrame SortWithinPartitions(string column, params string[] columns) => SortWithinPartitions(Named(column, columns));

    /// <summary>The rows in order within each partition.</summary>
    /// <param name="columns">The keys.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DataFrame SortWithinPartitions(params Column[] columns) => With(new Sort(Plan, Orders(columns), false));

    /// <summary>The rows in so many partitions.</summary>
    /// <param name="numPartitions">How many.</param>
    /// <returns>The same rows.</returns>
    public DataFrame Repartition(int numPartitions) => With(new Repartition(Plan, numPartitions, [], false, true));

    /// <summary>The rows in so many partitions, by hash of keys.</summary>
    /// <param name="numPartitions">How many.</param>
    /// <param name="partitionExprs">The keys.</param>
    /// <returns>The same rows.</returns>
    public DataFrame Repartition(int numPartitions, params Column[] partitionExprs) => With(new Repartition(Plan, numPartitions, Orders(partitionExprs), false, true));

    /// <summary>The rows in partitions by hash of keys.</summary>
    /// <param name="partitionExprs">The keys.</param>
    /// <returns>The same rows.</returns>
    public DataFrame Repartition(params Column[] partitionExprs) => With(new Repartition(Plan, null, Orders(partitionExprs), false, true));

    /// <summary>The rows in so many partitions, by ranges of keys.</summary>
    /// <param name="numPartitions">How many.</param>
    /// <param name="partitionExprs">The keys.</param>
    /// <returns>The same rows.</returns>
    public DataFrame RepartitionByRange(int numPartitions, params Column[] partitionExprs) => With(new Repartition(Plan, numPartitions, Orders(partitionExprs), true, true));

    /// <summary>The rows in partitions by ranges of keys.</summary>
    /// <param name="partitionExprs">The keys.</param>
    /// <returns>The same rows.</returns>
    public DataFrame RepartitionByRange(params Column[] partitionExprs) => With(new Repartition(Plan, null, Orders(partitionExprs), true, true));

    /// <summary>The rows in no more than so many partitions, without spreading them anew.</summary>
    /// <param name="numPartitions">How many.</param>
    /// <returns>The same rows.</returns>
    public DataFrame Coalesce(int numPartitions) => With(new Repartition(Plan, numPartitions, [], false, false));

    /// <summary>Advice for the engine's optimizer; changes no row.</summary>
    /// <param name="name">The hint, e.g. <c>broadcast</c>.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <returns>The same rows.</returns>
    public DataFrame Hint(string name, object[]? parameters = null) => With(new Hint(Plan, name, [.. parameters ?? []]));

    private ImmutableArray<SortOrder> Orders(Column[] columns)
    {
        var resolver = Resolver;
        return [.. columns.SelectMany(column => column.Expression is UnresolvedStar star ? resolver.Expand(star).Select(all => new Column(all)) : [column]).Select(column =>
        {
            var order = column.AsSortOrder();
            var key = ExpressionResolver.WithoutAlias(resolver.Resolve(order.Child));
            return key.OutsideWindows().Any(part => part.IsAggregate() || part.IsGenerator())
                ? throw new AnalysisException($"The order '{ExpressionName.Of(key)}' holds an aggregate or a generator: compute it as a column first.")
                : order with { Child = key };
        })];
    }
}
