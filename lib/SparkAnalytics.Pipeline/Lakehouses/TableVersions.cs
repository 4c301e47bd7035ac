using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>Versions of Delta tables.</summary>
internal static class TableVersions
{
    /// <summary>The latest version of a table.</summary>
    public static long Latest(SparkSession spark, string path) =>
        DeltaTable.ForPath(spark, path).History(1).Collect().First().GetAs<long>("version");
}
