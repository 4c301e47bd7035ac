namespace SparkAnalytics.Pipeline.Input;

/// <summary>The formats that raw events come in.</summary>
public enum InputFormat
{
    /// <summary>CSV by RFC 4180 with a header line; also gzipped.</summary>
    Csv,

    /// <summary>One JSON object a line; also gzipped.</summary>
    JsonLines,

    /// <summary>Parquet files.</summary>
    Parquet,

    /// <summary>A Delta table.</summary>
    Delta,
}
