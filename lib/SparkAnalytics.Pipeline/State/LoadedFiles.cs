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

    /// <summary>The files that the lakehouse holds: those of its last completed rebuild.</summary>
    /// <param name="history">All runs.</param>
    public ImmutableArray<LoadedFile> Read(ImmutableArray<RunRecord> history) =>
    [
        .. Rows(history).Select(row => new LoadedFile(row.GetAs<string>("path"), row.GetAs<long>("size"), row.GetAs<Timestamp>("modified_at"))),
    ];

    /// <summary>Makes these the files that the lakehouse holds once the run is complete; until then the ones before count, and stay.</summary>
    /// <param name="files">The files.</param>
    /// <param name="runId">The run that loaded them.</param>
    /// <param name="history">All runs before it.</param>
    public void Replace(IEnumerable<LoadedFile> files, long runId, ImmutableArray<RunRecord> history)
    {
        var kept = Rows(history).Select(row => new GenericRow([row[0], row[1], row[2], row[3]]));
        var added = files.Select(file => new GenericRow([file.Path, file.Size, file.ModifiedAt, runId]));
        spark.CreateDataFrame(kept.Concat(added).ToList(), s_schema).Write().Format("delta").Mode(SaveMode.Overwrite).Save(paths.LoadedFiles);
    }

    private List<Row> Rows(ImmutableArray<RunRecord> history)
    {
        if (history.LastOrDefault(run => run is { State: RunState.Completed, Kind: "rebuild" }) is not { } rebuild || !DeltaTable.IsDeltaTable(spark, paths.LoadedFiles))
        {
            return [];
        }

        var files = spark.Read().Format("delta").Load(paths.LoadedFiles);
        return [.. files.Filter(files["run_id"] == rebuild.RunId).Select("path", "size", "modified_at", "run_id").Collect()];
    }
}
