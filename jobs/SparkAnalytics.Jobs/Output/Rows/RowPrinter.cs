using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Jobs.Output.Rows;

/// <summary>Prints a result in the wanted form.</summary>
internal static class RowPrinter
{
    public static void Print(Screen screen, RowFormat format, StructType schema, IEnumerable<Row> rows, CancellationToken cancellation)
    {
        var stoppable = rows.TakeWhile(_ => !cancellation.IsCancellationRequested);
        if (format == RowFormat.Table)
        {
            if (RowTable.Write(screen.Output, schema, stoppable, screen.Output.Profile.Out.IsTerminal))
            {
                screen.Note($"Only the first {Figures.Count(RowTable.MostRows)} rows are shown; --output-format csv or json prints all of them.");
            }

            return;
        }

        using var writer = screen.OpenBulk();
        if (format == RowFormat.Csv)
        {
            RowCsv.Write(writer, schema, stoppable);
        }
        else
        {
            RowJson.Write(writer, schema, stoppable);
        }
    }
}
