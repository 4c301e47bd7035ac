using System.Globalization;
using DuckDB.NET.Data;
using SparkAnalytics.SampleData;

namespace SparkAnalytics.Benchmarks;

/// <summary>Writes sample events as Parquet (zstd), one file a day, the eight raw columns as text.</summary>
internal static class SampleParquet
{
    public static void Write(SampleOptions options, string folder)
    {
        Directory.CreateDirectory(folder);
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        Run(connection, "CREATE TABLE day (client_id VARCHAR, \"clientId\" VARCHAR, \"timestamp\" VARCHAR, event_name VARCHAR, page_url VARCHAR, referrer VARCHAR, user_agent VARCHAR, event_data VARCHAR)");
        using var rows = SampleEvents.Generate(options).GetEnumerator();
        var more = rows.MoveNext();
        while (more)
        {
            var day = rows.Current.Day;
            using (var appender = connection.CreateAppender("day"))
            {
                for (; more && rows.Current.Day == day; more = rows.MoveNext())
                {
                    var row = rows.Current;
                    appender.CreateRow()
                        .AppendValue(row.ClientId).AppendValue(row.NewClientId).AppendValue(row.Timestamp).AppendValue(row.EventName)
                        .AppendValue(row.PageUrl).AppendValue(row.Referrer).AppendValue(row.UserAgent).AppendValue(row.EventData).EndRow();
                }
            }

            var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"events_{day:yyyyMMdd}.parquet"));
            Run(connection, $"COPY day TO '{path.Replace("'", "''", StringComparison.Ordinal)}' (FORMAT parquet, COMPRESSION zstd)");
            Run(connection, "TRUNCATE day");
        }
    }

    private static void Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
