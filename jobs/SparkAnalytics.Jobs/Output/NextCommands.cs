using Spectre.Console;

namespace SparkAnalytics.Jobs.Output;

/// <summary>What to try after the demo, ready to paste into a shell.</summary>
internal static class NextCommands
{
    private static readonly (string Why, string Command)[] _commands =
    [
        ("Which campaigns bring the orders?",
            """
            query --lakehouse {0} "
                SELECT utm_source, utm_campaign, count(*) AS orders, sum(revenue) AS revenue
                FROM fct_order_attribution WHERE model = 'last_click'
                GROUP BY ALL ORDER BY revenue DESC NULLS LAST LIMIT 10"
            """),
        ("How many visits does a buyer make?",
            """
            query --lakehouse {0} "
                SELECT session_count, count(*) AS buyers, sum(total_revenue) AS revenue
                FROM dim_users WHERE purchases > 0
                GROUP BY ALL ORDER BY session_count LIMIT 10"
            """),
        ("The touches behind some orders, and what their columns mean", "show fct_order_attribution --limit 3 --lakehouse {0}"),
        ("", "describe fct_order_attribution --lakehouse {0}"),
        ("What changed a table, and when", "history fct_orders --lakehouse {0}"),
        ("Your own events: CSV, JSON lines, Parquet or a Delta table", "rebuild --input my-events/*.csv --lakehouse my-lakehouse"),
    ];

    /// <summary>Writes the commands; lines stay whole, whatever the width.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="start">How the program is started.</param>
    /// <param name="lakehouse">The demo's folder.</param>
    public static void Write(Screen screen, string start, string lakehouse)
    {
        foreach (var (why, command) in _commands)
        {
            if (why.Length > 0)
            {
                screen.Output.WriteLine();
                screen.Output.Write(new Text($"# {why}\n", new Style(Color.Grey)));
            }

            screen.Lines.WriteLine($"{start} {command.Replace("{0}", ProgramStart.Quoted(lakehouse), StringComparison.Ordinal)}");
        }
    }
}
