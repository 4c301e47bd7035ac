namespace SparkAnalytics.Sql.Catalog;

/// <summary>The session's views.</summary>
public sealed class Catalog
{
    private readonly SparkSession _session;

    internal Catalog(SparkSession session) => _session = session;

    /// <summary>Forgets a view; what was made from it stays.</summary>
    /// <param name="viewName">The view.</param>
    /// <returns>Whether there was one.</returns>
    public bool DropTempView(string viewName) => _session.DropView(viewName);

    /// <summary>Whether there is a view of a name.</summary>
    /// <param name="tableName">The name.</param>
    /// <returns>True where there is one.</returns>
    public bool TableExists(string tableName) => _session.ViewNames.Contains(tableName, StringComparer.OrdinalIgnoreCase);

    /// <summary>The views' names, in a column <c>name</c>.</summary>
    /// <returns>The rows.</returns>
    public DataFrame ListTables() => _session.CreateDataFrame(_session.ViewNames).ToDF("name");

    /// <summary>Keeps a view's rows from their first use on.</summary>
    /// <param name="tableName">The view.</param>
    /// <exception cref="AnalysisException">There is no such view.</exception>
    public void CacheTable(string tableName) => _session.Table(tableName).Cache().CreateOrReplaceTempView(tableName);
}
