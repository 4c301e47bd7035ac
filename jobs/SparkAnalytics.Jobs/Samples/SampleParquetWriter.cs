using System.Globalization;
using SparkAnalytics.SampleData;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Jobs.Samples;

/// <summary>Writes sample events as Parquet, all columns as text: one file for each day, more for days with very many rows.</summary>
internal static class SampleParquetWriter
{
    // The rows of one file are held in memory.
    private const int MostRowsInFile = 100_000;

    private static readonly StructType _schema = new(
        new[] { "client_id", "clientId", "timestamp", "event_name", "page_url", "referrer", "user_agent", "event_data" }
            .Select(name => new StructField(name, new StringType())));

    public static IReadOnlyList<string> Write(SparkSession spark, IEnumerable<SampleEvent> events, string folder)
    {
        var paths = new List<string>();
        var rows = new List<IReadOnlyList<object?>>();
        var day = default(DateOnly);
        var part = 0;
        foreach (var row in events)
        {
            if (rows.Count == MostRowsInFile || (rows.Count > 0 && row.Day != day))
            {
                paths.Add(WriteFile(spark, rows, folder, day, part));
                part = row.Day == day ? part + 1 : 0;
                rows.Clear();
            }

            day = row.Day;
            rows.Add(new object?[] { row.ClientId, row.NewClientId, row.Timestamp, row.EventName, row.PageUrl, row.Referrer, row.UserAgent, row.EventData });
        }

        if (rows.Count > 0)
        {
            paths.Add(WriteFile(spark, rows, folder, day, part));
        }

        return paths;
    }

    /// <summary>A writer makes folders of part files; the one part becomes the day's file.</summary>
    private static string WriteFile(SparkSession spark, List<IReadOnlyList<object?>> rows, string folder, DateOnly day, int part)
    {
        var path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"events_{day:yyyyMMdd}{(part == 0 ? "" : $"_{part}")}.parquet"));
        var parts = Path.Combine(folder, "_parts");
        spark.CreateDataFrame(rows, _schema).Coalesce(1).Write().Mode(SaveMode.Overwrite).Parquet(parts);
        File.Move(Directory.EnumerateFiles(parts, "*.parquet").Single(), path, overwrite: true);
        Directory.Delete(parts, recursive: true);
        return path;
    }
}
