using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Engines;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Jobs.Output.Rows;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Jobs.Commands;

/// <summary><c>query</c>: SQL over the tables of one run.</summary>
internal static class QueryCommand
{
    public static Command Create(Screen screen)
    {
        var sql = new Argument<string>("SQL") { Description = "One query, in DuckDB's dialect, or Spark's with --engine spark; the seven tables go by their names." };

        var allowFiles = new Option<bool>("--allow-files") { Description = "Let the query read files too, as in FROM 'prices.csv'; it never writes any." };

        var command = new ExampleCommand(
            "query",
            "Ask the tables of one run a question in SQL.",
            "query \"SELECT channel, count(*) AS orders, sum(revenue) AS revenue FROM fct_order_attribution WHERE model = 'last_click' GROUP BY ALL\" --lakehouse lakehouse",
            "query \"SELECT * FROM fct_orders\" --lakehouse lakehouse --output-format csv > orders.csv")
        {
            sql, SharedOptions.Lakehouse, SharedOptions.OutputFormat, SharedOptions.Run, SharedOptions.AsOf, allowFiles,
        };
        command.AddEngine();
        command.AllowsOnlyOneOf(SharedOptions.Run, SharedOptions.AsOf);
        command.Does((parsed, cancellation) =>
        {
            using var opened = parsed.GetValue(allowFiles) ? OpenLakehouse.ToRead(parsed, screen, cancellation) : OpenLakehouse.ToReadAlone(parsed, screen, cancellation);
            var rows = opened.Lakehouse.Query(parsed.GetRequiredValue(sql), new RunSelector(parsed.GetValue(SharedOptions.Run), parsed.GetValue(SharedOptions.AsOf)));
            RowPrinter.Print(screen, parsed.GetValue(SharedOptions.OutputFormat) ?? RowFormat.Table, rows.Schema(), rows.ToLocalIterator(), cancellation);
        });
        return command;
    }
}
