using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Output.Rows;
using SparkAnalytics.Pipeline;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>query</c>: SQL over the tables of one run.</summary>
internal static class QueryCommand
{
    public static Command Create(Screen screen)
    {
        var sql = new Argument<string>("SQL") { Description = "The query, in DuckDB's dialect; the seven tables go by their names." };
        var format = new Option<RowFormat?>("--output-format")
        {
            Description = "table, csv or json. Default: table.",
            HelpName = "FORMAT",
            CustomParser = ValueParsers.OneOf<RowFormat?>(("table", RowFormat.Table), ("csv", RowFormat.Csv), ("json", RowFormat.Json)),
        };
        var run = new Option<long?>("--run")
        {
            Description = "All tables as this run left them. Default: the last run.",
            HelpName = "ID",
            CustomParser = ValueParsers.AtLeast<long?>(1),
        };

        var command = new ExampleCommand(
            "query",
            "Ask the tables of one run a question in SQL.",
            "query \"SELECT channel, count(*) AS orders, sum(revenue) AS revenue FROM fct_order_attribution WHERE model = 'last_click' GROUP BY ALL\" --lakehouse lakehouse",
            "query \"SELECT * FROM fct_orders\" --lakehouse lakehouse --output-format csv > orders.csv")
        {
            sql, SharedOptions.Lakehouse, format, run, SharedOptions.AsOf,
        };
        command.AddEngine();
        command.AllowsOnlyOneOf(run, SharedOptions.AsOf);
        command.Does((parsed, cancellation) =>
        {
            using var opened = OpenLakehouse.ToRead(parsed, cancellation);
            var rows = Ask(opened.Lakehouse, parsed.GetRequiredValue(sql), new RunSelector(parsed.GetValue(run), parsed.GetValue(SharedOptions.AsOf)));
            RowPrinter.Print(screen, parsed.GetValue(format) ?? RowFormat.Table, rows.Schema(), rows.ToLocalIterator(), cancellation);
        });
        return command;
    }

    /// <summary>Nothing is read yet, so what the engine does not take is the query.</summary>
    private static DataFrame Ask(Lakehouse lakehouse, string sql, RunSelector run)
    {
        try
        {
            return lakehouse.Query(sql, run);
        }
        catch (QueryExecutionException exception) when (exception.Kind == QueryErrorKind.BadInput)
        {
            throw new PipelineException(ExitCode.BadUsage, exception.Message, exception);
        }
    }
}
