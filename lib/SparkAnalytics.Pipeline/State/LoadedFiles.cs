using System.Collections.Immutable;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.State;

/// <summary>One input file, as <c>_state/loaded_files</c> knows it.</summary>
/// <param name="Path">Its path as URI.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="ModifiedAt">When it was last changed, in whole milliseconds.</param>
public sealed record LoadedFile(string Path, long Size, Timestamp ModifiedAt);

/// <summary>
/// The Delta table <c>_state/loaded_files</c>, each file with the run that loaded it. A file is in the lakehouse once that run is complete, and until a later rebuild is.
/// </summary>
internal sealed class LoadedFiles(SparkSession spark, LakehousePaths paths)
{
    private static readonly StructType s_schema = new(
    [
        new StructField("path", new StringType()),
        new StructField("size", new LongType()),
        new StructField("modified_at", new TimestampType()),
        new StructField("run_id", new LongType()),
    ]);

    /// <summary>The files that the lakehouse holds.</summary>
    /// <param name="history">All runs.</param>
    public ImmutableArray<LoadedFile> Read(ImmutableArray<RunRecord> history) =>
    [
        .. Rows(history).Select(row => new LoadedFile(row.GetAs<string>("path"), row.GetAs<long>("size"), row.GetAs<Timestamp>("modified_at"))),
    ];

    /// <summary>Makes these the files that the lakehouse holds once the run, a rebuild, is complete; until then the ones before count, and stay.</summary>
    /// <param name="files">The files.</param>
    /// <param name="runId">The run that loaded them.</param>
    /// <param name="history">All runs before it.</param>
    public void Replace(IEnumerable<LoadedFile> files, long runId, ImmutableArray<RunRecord> history)
    {
        var kept = Rows(history).Select(row => new GenericRow([row[0], row[1], row[2], row[3]]));
        Write(kept.Concat(Added(files, runId)), SaveMode.Overwrite);
    }

    /// <summary>Adds these to the files that the lakehouse holds once the run is complete; there are none where a run only takes in rows whose time has come.</summary>
    /// <param name="files">The files.</param>
    /// <param name="runId">The run that loaded them.</param>
    public void Append(IReadOnlyCollection<LoadedFile> files, long runId)
    {
        if (files.Count > 0)
        {
            Write(Added(files, runId), SaveMode.Append);
        }
    }

    private static IEnumerable<GenericRow> Added(IEnumerable<LoadedFile> files, long runId) =>
        files.Select(file => new GenericRow([file.Path, file.Size, file.ModifiedAt, runId]));

    private void Write(IEnumerable<GenericRow> rows, SaveMode mode) =>
        spark.CreateDataFrame(rows.ToList(), s_schema).Write().Format("delta").Mode(mode).Save(paths.LoadedFiles);

    private List<Row> Rows(ImmutableArray<RunRecord> history)
    {
        var completed = history.Where(run => run.State == RunState.Completed).ToList();
        var lastRebuild = completed.FindLastIndex(run => run.Kind == RunKind.Rebuild);
        if (lastRebuild < 0 || !DeltaTable.IsDeltaTable(spark, paths.LoadedFiles))
        {
            return [];
        }

        // Over the years there are many runs: those that did not complete are left out here, not by a long list in the query.
        var counting = completed[lastRebuild..].Select(run => run.RunId).ToHashSet();
        return
        [
            .. spark.Read().Format("delta").Load(paths.LoadedFiles).Filter(Col("run_id") >= completed[lastRebuild].RunId).Select("path", "size", "modified_at", "run_id").Collect()
                .Where(row => counting.Contains(row.GetAs<long>("run_id"))),
        ];
    }
}
