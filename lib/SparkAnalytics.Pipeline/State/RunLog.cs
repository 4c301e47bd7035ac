using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.State;

/// <summary>The Delta table <c>_state/runs</c>. A run is complete when its last row stands there, and not before.</summary>
internal sealed class RunLog(SparkSession spark, LakehousePaths paths)
{
    /// <summary>The layout of lakehouses that this program writes and reads.</summary>
    public const int FormatVersion = 1;

    private static readonly StructType s_schema = new(
    [
        new StructField("run_id", new LongType()),
        new StructField("state", new StringType()),
        new StructField("kind", new StringType()),
        new StructField("at", new TimestampType()),
        new StructField("clock", new TimestampType()),
        new StructField("engine", new StringType()),
        new StructField("settings_hash", new StringType()),
        new StructField("inputs", new StringType()),
        new StructField("versions", new StringType()),
        new StructField("report", new StringType()),
        new StructField("format_version", new IntegerType()),
    ]);

    /// <summary>Reports are long texts that nothing but a look at one run needs.</summary>
    private static readonly string[] s_withoutReport = [.. s_schema.Fields.Select(field => field.Name).Where(name => name is not ("run_id" or "report"))];

    public bool Exists => DeltaTable.IsDeltaTable(spark, paths.Runs);

    /// <summary>All rows in the order of run and time; none where the lakehouse has had no run.</summary>
    public ImmutableArray<RunRecord> Read()
    {
        if (!Exists)
        {
            return [];
        }

        var rows = spark.Read().Format("delta").Load(paths.Runs).Select("run_id", s_withoutReport).OrderBy("run_id", "at").Collect().ToList();
        var newest = rows.Select(row => row.GetAs<int>("format_version")).DefaultIfEmpty(FormatVersion).Max();
        return newest <= FormatVersion
            ? [.. rows.Select(FromRow)]
            : throw new PipelineException(ExitCode.BadUsage, $"The lakehouse {paths.Root} has format {newest}; this program knows formats up to {FormatVersion}. Use a newer release.");
    }

    /// <summary>The completed run whose tables a reader wants.</summary>
    public RunRecord Select(RunSelector selector)
    {
        var completed = Read().Where(run => run.State == RunState.Completed).ToList();
        var chosen = completed.LastOrDefault(run =>
            (selector.RunId is not { } id || run.RunId == id) && (selector.AsOf is not { } instant || run.At <= instant));
        if (chosen is not null)
        {
            return chosen;
        }

        throw new PipelineException(ExitCode.BadInput, completed.Count == 0
            ? $"The lakehouse {paths.Root} has no completed run. Make one with: rebuild --input PATH --lakehouse {paths.Root}"
            : $"The lakehouse {paths.Root} has no completed run {Wanted(selector)}. Its completed runs: {string.Join(", ", completed.TakeLast(10).Select(run => FormattableString.Invariant($"{run.RunId} ({run.At.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ})")))}.");
    }

    /// <summary>The report of the last completed run that has one, as JSON, or null.</summary>
    public string? LastReport() => spark.Read().Format("delta").Load(paths.Runs)
        .Filter((Functions.Col("state") == "completed") & Functions.Col("report").IsNotNull())
        .OrderBy(Functions.Col("run_id").Desc()).Select("report").Limit(1).Collect().Select(row => row.GetAs<string>(0)).FirstOrDefault();

    /// <summary>All runs in short, newest first.</summary>
    /// <param name="runs">The rows as <see cref="Read"/> gives them.</param>
    /// <exception cref="PipelineException">The lakehouse has had no run.</exception>
    public ImmutableArray<RunOverview> Overview(ImmutableArray<RunRecord> runs)
    {
        if (runs.IsEmpty)
        {
            throw new PipelineException(ExitCode.BadInput, $"The lakehouse {paths.Root} has had no run. Make one with: rebuild --input PATH --lakehouse {paths.Root}");
        }

        var rows = RowsOfRuns();
        return [.. runs.GroupBy(run => run.RunId).OrderByDescending(run => run.Key).Select(run => Overview(run.First(), run.Last(), rows))];
    }

    /// <summary>Why runs after a run failed, by their numbers.</summary>
    /// <param name="after">That run's number.</param>
    public Dictionary<long, string?> Failures(long after) => spark.Read().Format("delta").Load(paths.Runs)
        .Filter(Functions.Col("state") == "failed" & Functions.Col("run_id") > after)
        .Select("run_id", "report")
        .Collect()
        .ToDictionary(row => row.GetAs<long>("run_id"), row => row.GetAs<string?>("report"));

    /// <summary>Adds a row.</summary>
    /// <param name="run">The row.</param>
    /// <param name="report">The run report as JSON, or why the run failed, or null.</param>
    public void Append(RunRecord run, string? report = null) =>
        spark.CreateDataFrame([ToRow(run, report)], s_schema).Write().Format("delta").Mode(SaveMode.Append).Save(paths.Runs);

    private static RunOverview Overview(RunRecord first, RunRecord last, Dictionary<long, long> rows) => new(
        first.RunId, first.Kind, last.State, first.At, last.State == RunState.Started ? null : last.At - first.At, rows.TryGetValue(first.RunId, out var count) ? count : null);

    /// <summary>How many raw rows each completed run read, which its report says.</summary>
    private Dictionary<long, long> RowsOfRuns() => spark.Read().Format("delta").Load(paths.Runs)
        .Filter(Functions.Col("state") == "completed")
        .Select(Functions.Col("run_id"), Functions.GetJsonObject(Functions.Col("report"), "$.input.rows").Cast("bigint").As("rows"))
        .Filter(Functions.Col("rows").IsNotNull())
        .Collect()
        .ToDictionary(row => row.GetAs<long>("run_id"), row => row.GetAs<long>("rows"));

    private static string Wanted(RunSelector selector) =>
        selector.RunId is { } id
            ? FormattableString.Invariant($"with number {id}")
            : FormattableString.Invariant($"at or before {selector.AsOf?.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}");

    private static GenericRow ToRow(RunRecord run, string? report) => new(
    [
        run.RunId,
        run.State.Text(),
        run.Kind.Text(),
        new Timestamp(run.At.UtcDateTime),
        new Timestamp(run.Clock.UtcDateTime),
        run.Engine,
        run.SettingsHash,
        JsonSerializer.Serialize(run.Inputs, RunLogContext.Default.ImmutableArrayString),
        JsonSerializer.Serialize(run.Versions, RunLogContext.Default.ImmutableSortedDictionaryStringInt64),
        report,
        FormatVersion,
    ]);

    private static RunRecord FromRow(Row row) => new()
    {
        RunId = row.GetAs<long>("run_id"),
        State = Enum.Parse<RunState>(row.GetAs<string>("state"), ignoreCase: true),
        Kind = Enum.Parse<RunKind>(row.GetAs<string>("kind"), ignoreCase: true),
        At = row.GetAs<Timestamp>("at").ToDateTime(),
        Clock = row.GetAs<Timestamp>("clock").ToDateTime(),
        Engine = row.GetAs<string>("engine"),
        SettingsHash = row.GetAs<string>("settings_hash"),
        Inputs = JsonSerializer.Deserialize(row.GetAs<string>("inputs"), RunLogContext.Default.ImmutableArrayString),
        Versions = JsonSerializer.Deserialize(row.GetAs<string>("versions"), RunLogContext.Default.ImmutableSortedDictionaryStringInt64)!,
        FormatVersion = row.GetAs<int>("format_version"),
    };
}

/// <summary>How the columns of a run become JSON, made by the compiler: without reflection.</summary>
[JsonSerializable(typeof(ImmutableArray<string>))]
[JsonSerializable(typeof(ImmutableSortedDictionary<string, long>))]
internal sealed partial class RunLogContext : JsonSerializerContext;
