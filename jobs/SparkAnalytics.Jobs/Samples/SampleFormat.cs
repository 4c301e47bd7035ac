namespace SparkAnalytics.Jobs.Samples;

/// <summary>The formats that a sample is written in.</summary>
internal enum SampleFormat
{
    Parquet,
    Csv,
    JsonLines,
}
