namespace SparkAnalytics.Sql.Embedded.Parquet;

/// <summary>How Parquet files are packed.</summary>
internal static class ParquetPacking
{
    /// <summary>Options of COPY: zstd's quickest level takes a quarter to a third less time than its usual one, for files of the same size.</summary>
    public const string Options = "COMPRESSION zstd, COMPRESSION_LEVEL 1";
}
