using System.Globalization;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.State;

/// <summary>The Delta table <c>_state/restatements</c>: what each run altered of what earlier ones had shown. Rows of a run count once it is complete.</summary>
internal sealed class RestatementLog(SparkSession spark, LakehousePaths paths)
{
    private static readonly string[] s_columns = ["model", "id", "reason", "before", "after"];

    private static readonly StructType s_schema = new([new StructField("run_id", new LongType()), .. s_columns.Select(name => new StructField(name, new StringType()))]);

    /// <summary>Adds the rows of a run.</summary>
    /// <param name="rows">The columns.</param>
    /// <param name="runId">The run.</param>
    /// <returns>How many rows.</returns>
    public long Append(DataFrame rows, long runId)
    {
        var count = rows.Count();
        if (count > 0)
        {
            rows.WithColumn("run_id", Lit(runId)).Select("run_id", s_columns)
                .Write().Format("delta").Mode(SaveMode.Append).Option("userMetadata", string.Create(CultureInfo.InvariantCulture, $"run {runId}")).Save(paths.Restatements);
        }

        return count;
    }

    /// <summary>Deletes the rows of runs before a run.</summary>
    /// <param name="firstKept">That run's number.</param>
    public void Forget(long firstKept)
    {
        if (DeltaTable.IsDeltaTable(spark, paths.Restatements))
        {
            DeltaTable.ForPath(spark, paths.Restatements).Delete(Col("run_id") < firstKept);
        }
    }

    /// <summary>The rows of a completed run.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="model">A table, or null for all.</param>
    public DataFrame Read(long runId, string? model)
    {
        if (!DeltaTable.IsDeltaTable(spark, paths.Restatements))
        {
            return spark.CreateDataFrame(new List<GenericRow>(), s_schema);
        }

        var rows = spark.Read().Format("delta").Load(paths.Restatements).Filter(Col("run_id") == runId);
        return (model is null ? rows : rows.Filter(Col("model") == model)).OrderBy("model", "id").Select("run_id", s_columns);
    }
}
