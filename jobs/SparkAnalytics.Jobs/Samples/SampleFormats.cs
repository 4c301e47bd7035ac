namespace SparkAnalytics.Jobs.Samples;

/// <summary>The formats by their names on the command line.</summary>
internal static class SampleFormats
{
    public static (string Name, SampleFormat? Format)[] All { get; } =
        [("parquet", SampleFormat.Parquet), ("csv", SampleFormat.Csv), ("jsonl", SampleFormat.JsonLines)];

    public static string NameOf(SampleFormat format) => All.First(pair => pair.Format == format).Name;
}
