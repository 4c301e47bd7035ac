using System.Text;
using System.Text.Json;
using SparkAnalytics.Models;
using SparkAnalytics.SampleData;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.Tests.Support;

/// <summary>Writes the same raw rows in any number of files of any formats.</summary>
internal static class SplitInput
{
    /// <summary>Writes one file.</summary>
    /// <param name="test">Where.</param>
    /// <param name="name">The file's name without ending.</param>
    /// <param name="format">0 CSV, 1 JSON lines, 2 Parquet, 3 CSV with another order of columns.</param>
    /// <param name="rows">The rows.</param>
    public static void Write(TestLakehouse test, string name, int format, IReadOnlyList<SampleEvent> rows)
    {
        switch (format)
        {
            case 0:
                test.File(name + ".csv", Csv(RawEvents.Columns, rows));
                break;
            case 1:
                test.File(name + ".jsonl.gz", string.Concat(rows.Select(row => Json(row) + "\n")));
                break;
            case 2:
                var schema = new StructType(RawEvents.Columns.Select(column => new StructField(column, new StringType())));
                test.Spark.CreateDataFrame(rows.Select(row => new GenericRow([.. RawEvents.Columns.Select(column => (object?)Value(row, column))])), schema).Write().Parquet(test.In(name));
                break;
            default:
                test.File(name + ".csv", Csv([.. RawEvents.Columns.Reverse()], rows));
                break;
        }
    }

    private static string Csv(IReadOnlyList<string> columns, IReadOnlyList<SampleEvent> rows)
    {
        var text = new StringBuilder(string.Join(',', columns)).Append("\r\n");
        foreach (var row in rows)
        {
            text.AppendJoin(',', columns.Select(column => Value(row, column) is { } value ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : string.Empty)).Append("\r\n");
        }

        return text.ToString();
    }

    private static string Json(SampleEvent row) =>
        JsonSerializer.Serialize(RawEvents.Columns.Where(column => Value(row, column) is not null).ToDictionary(column => column, column => Value(row, column)));

    private static string? Value(SampleEvent row, string column) => column switch
    {
        "client_id" => row.ClientId,
        "clientId" => row.NewClientId,
        "timestamp" => row.Timestamp,
        "event_name" => row.EventName,
        "page_url" => row.PageUrl,
        "referrer" => row.Referrer,
        "user_agent" => row.UserAgent,
        _ => row.EventData,
    };
}
