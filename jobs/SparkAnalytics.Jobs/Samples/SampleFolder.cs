using System.Globalization;
using SparkAnalytics.SampleData;
using SparkAnalytics.SampleData.Writers;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Jobs.Samples;

/// <summary>A folder of sample events.</summary>
internal static class SampleFolder
{
    private const string Marker = "_sample.json";

    /// <summary>Writes a sample; an earlier one in the same folder is deleted before.</summary>
    /// <param name="folder">The folder; must be new, empty, or hold a sample.</param>
    /// <param name="option">The option that names it, for messages.</param>
    /// <param name="options">Which sample.</param>
    /// <param name="format">In which format.</param>
    /// <param name="spark">Gives the session that writes Parquet; not asked for the other formats.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The files, in the order of their days.</returns>
    /// <exception cref="Pipeline.PipelineException">The folder holds something else.</exception>
    public static IReadOnlyList<string> Write(string folder, string option, SampleOptions options, SampleFormat format, Func<SparkSession> spark, CancellationToken cancellation)
    {
        new OwnFolder(folder, Marker).Claim("sample", option, Content(options, format));
        foreach (var ending in new[] { "csv", "jsonl", "parquet" })
        {
            foreach (var path in Directory.GetFiles(folder, $"events_*.{ending}"))
            {
                File.Delete(path);
            }
        }

        var events = SampleEvents.Generate(options).TakeWhile(_ => !cancellation.IsCancellationRequested);
        var files = format switch
        {
            SampleFormat.Csv => SampleCsvWriter.Write(events, options, folder),
            SampleFormat.JsonLines => SampleJsonLinesWriter.Write(events, folder),
            _ => SampleParquetWriter.Write(spark(), events, folder),
        };
        cancellation.ThrowIfCancellationRequested();
        return files;
    }

    private static Dictionary<string, string> Content(SampleOptions options, SampleFormat format) => new()
    {
        ["made_by"] = "spark-analytics sample",
        ["events"] = options.Events.ToString(CultureInfo.InvariantCulture),
        ["seed"] = options.Seed.ToString(CultureInfo.InvariantCulture),
        ["first_day"] = options.FirstDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["days"] = options.Days.ToString(CultureInfo.InvariantCulture),
        ["output_format"] = SampleFormats.NameOf(format),
    };
}
