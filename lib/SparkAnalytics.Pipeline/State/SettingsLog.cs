using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.State;

/// <summary>The Delta table <c>_state/settings</c>: what stands behind each hash of settings that a run was made by, once.</summary>
internal sealed class SettingsLog(SparkSession spark, LakehousePaths paths)
{
    private static readonly StructType s_schema = new(
    [
        new StructField("settings_hash", new StringType()),
        new StructField("position", new IntegerType()),
        new StructField("line", new StringType()),
    ]);

    /// <summary>The canonical lines behind a hash; empty where it is not known.</summary>
    public ImmutableArray<string> Read(string hash) => DeltaTable.IsDeltaTable(spark, paths.Settings)
        ? [.. spark.Read().Format("delta").Load(paths.Settings).Filter(Col("settings_hash") == hash).Select("position", "line").OrderBy("position").Collect().Select(row => row.GetAs<string>("line"))]
        : [];

    /// <summary>Notes settings, if they are not known yet.</summary>
    public void Note(EffectiveSettings settings)
    {
        var hash = settings.Hash;
        if (Read(hash).IsEmpty)
        {
            var rows = settings.Canonical.Select((line, index) => new GenericRow([hash, index, line])).ToList();
            spark.CreateDataFrame(rows, s_schema).Write().Format("delta").Mode(SaveMode.Append).Save(paths.Settings);
        }
    }
}
