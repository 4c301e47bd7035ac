using System.Collections.Immutable;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>The tables as the last completed run left them.</summary>
internal sealed class StoredTables(RunEnvironment environment, ImmutableSortedDictionary<string, long> versions)
{
    /// <summary>The rows of a table.</summary>
    public DataFrame this[TableDefinition table] => TableVersions.Read(environment.Spark, environment.Paths.Of(table.Name), Version(table));

    /// <summary>The version of a table.</summary>
    public long Version(TableDefinition table) => versions[table.Name];
}
