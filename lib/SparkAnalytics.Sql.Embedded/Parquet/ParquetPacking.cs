using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Parquet;

/// <summary>How Parquet files are packed.</summary>
internal static class ParquetPacking
{
    /// <summary>Options of COPY: zstd's quickest level takes a quarter to a third less time than its usual one, for files of the same size.</summary>
    public const string Options = "COMPRESSION zstd, COMPRESSION_LEVEL 1";

    /// <summary>
    /// Of files that are kept: a row group's column has a dictionary of at most so many values. Seeking each value of more among those before costs a twentieth of a whole rebuild,
    /// and makes its files 4 % smaller.
    /// </summary>
    private const int LargestDictionary = 4096;

    /// <summary>Room for a dictionary is made before the first row is written, for each column of each file.</summary>
    private const int LargestDictionaryOfFew = 512;

    /// <summary>
    /// The rows of a row group: each thread holds those of one before it writes them. DuckDB's own number, half as many again, takes an eighth more memory for a rebuild, and no less time.
    /// </summary>
    public const long RowsOfGroup = 81_920;

    /// <summary>Options of COPY for files that are kept.</summary>
    /// <param name="areFew">Whether the rows are few.</param>
    public static string OptionsOfData(bool areFew) => $"{Options}, DICTIONARY_SIZE_LIMIT {SqlText.Number(areFew ? LargestDictionaryOfFew : LargestDictionary)}";
}
