using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Models;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.State;

/// <summary>Versions of a lakehouse's tables.</summary>
internal static class TableVersions
{
    /// <summary>The latest version of a table.</summary>
    public static long Latest(SparkSession spark, string path) =>
        DeltaTable.ForPath(spark, path).History(1).Collect().First().GetAs<long>("version");

    /// <summary>A table's rows at a version, or of them those that were appended since an earlier one.</summary>
    public static DataFrame Read(SparkSession spark, string path, long version, long? appendedSince = null)
    {
        var reader = spark.Read().Format("delta").Option("versionAsOf", version.ToString(CultureInfo.InvariantCulture));
        return (appendedSince is { } since ? reader.Option("appendedSince", since.ToString(CultureInfo.InvariantCulture)) : reader).Load(path);
    }

    /// <summary>The latest version of each table that there is.</summary>
    public static ImmutableSortedDictionary<string, long> Present(SparkSession spark, LakehousePaths paths) =>
        ModelSteps.Tables
            .Where(table => DeltaTable.IsDeltaTable(spark, paths.Of(table.Name)))
            .ToImmutableSortedDictionary(table => table.Name, table => Latest(spark, paths.Of(table.Name)));
}
