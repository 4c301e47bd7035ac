using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Output.Rows;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>runs</c>: the runs of a lakehouse. It only reads, so it works beside a run that holds the lock.</summary>
internal static class RunsCommand
{
    private static readonly StructType s_columns = new(
    [
        new StructField("run_id", new LongType(), IsNullable: false),
        new StructField("kind", new StringType(), IsNullable: false),
        new StructField("state", new StringType(), IsNullable: false),
        new StructField("started_at", new TimestampType(), IsNullable: false),
        new StructField("seconds", new DecimalType(18, 1)),
        new StructField("rows", new LongType()),
    ]);

    public static Command Create(Screen screen)
    {
        var command = new ExampleCommand(
            "runs",
            "List the runs of a lakehouse, newest first: when each began, how long it took, how many rows came in, and how it ended.",
            "runs --lakehouse lakehouse",
            "runs --limit 1 --lakehouse lakehouse --output-format json")
        {
            SharedOptions.Lakehouse, SharedOptions.Limit, SharedOptions.OutputFormat,
        };
        command.AddEngine();
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToReadAlone(parsed, screen, cancellation);
            var rows = opened.Lakehouse.Runs().Take(parsed.GetValue(SharedOptions.Limit)).Select(ToRow);
            RowPrinter.Print(screen, parsed.GetValue(SharedOptions.OutputFormat) ?? RowFormat.Table, s_columns, rows, cancellation);
        });
        return command;
    }

    private static Row ToRow(RunOverview run) => new(
        [run.RunId, run.Kind.Text(), run.State.Text(), new Timestamp(run.StartedAt.UtcDateTime), run.Length is { } length ? decimal.Round((decimal)length.TotalSeconds, 1) : null, run.Rows], s_columns);
}
