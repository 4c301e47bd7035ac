using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.State;

/// <summary>The Delta table <c>_state/loaded_files</c>: the files that the lakehouse holds, each with the run that loaded it.</summary>
internal sealed class LoadedFiles(SparkSession spark, LakehousePaths paths)
{
    private static readonly StructType s_schema = new(
    [
        new StructField("path", new StringType()),
        new StructField("size", new LongType()),
        new StructField("modified_at", new TimestampType()),
        new StructField("run_id", new LongType()),
    ]);

    /// <summary>The files loaded by runs up to one that completed.</summary>
    /// <param name="lastRunId">The number of the last completed run.</param>
    public ImmutableArray<LoadedFile> Read(long lastRunId)
    {
        if (!DeltaTable.IsDeltaTable(spark, paths.LoadedFiles))
        {
            return [];
        }

        var files = spark.Read().Format("delta").Load(paths.LoadedFiles);
        return
        [
            .. files.Filter(files["run_id"] <= lastRunId).Collect().Select(row =>
                new LoadedFile(row.GetAs<string>("path"), row.GetAs<long>("size"), row.GetAs<Timestamp>("modified_at"))),
        ];
    }

    /// <summary>Makes these the files that the lakehouse holds.</summary>
    /// <param name="files">The files.</param>
    /// <param name="runId">The run that loaded them.</param>
    public void Replace(IEnumerable<LoadedFile> files, long runId) =>
        spark.CreateDataFrame(files.Select(file => new GenericRow([file.Path, file.Size, file.ModifiedAt, runId])), s_schema)
            .Write().Format("delta").Mode(SaveMode.Overwrite).Save(paths.LoadedFiles);
}
