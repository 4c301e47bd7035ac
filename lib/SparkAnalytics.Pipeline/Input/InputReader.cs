using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>Reads files of all formats into one set of raw rows, in the order of the files.</summary>
internal sealed class InputReader(SparkSession spark)
{
    /// <summary>The rows of all files.</summary>
    /// <param name="files">At least one file.</param>
    public RawInput Read(ImmutableArray<InputFile> files)
    {
        var parts = new List<RawInput>();
        for (var start = 0; start < files.Length;)
        {
            var format = files[start].Format;
            var end = start;
            while (end < files.Length && files[end].Format == format)
            {
                end++;
            }

            parts.AddRange(ReadAll(format, files[start..end]));
            start = end;
        }

        return new RawInput(
            parts.Select(part => part.Rows).Aggregate((left, right) => left.Union(right)),
            [.. parts.SelectMany(part => part.UnknownColumns).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>The columns that no rule uses.</summary>
    public static ImmutableArray<string> Unknown(IEnumerable<string> columns) => [.. columns.Except(RawEvents.Columns)];

    private IEnumerable<RawInput> ReadAll(InputFormat format, ImmutableArray<InputFile> files)
    {
        var paths = files.Select(file => file.File.Path).ToImmutableArray();
        return format switch
        {
            InputFormat.Csv => CsvInput.Read(spark, paths),
            InputFormat.JsonLines => [JsonLinesInput.Read(spark, paths)],
            InputFormat.Parquet => TypedInput.ReadParquet(spark, paths),
            _ => files.Select(file => TypedInput.ReadDelta(spark, file.File.Path, file.Version ?? 0)),
        };
    }
}
