using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>Reads files of all formats into one set of raw rows.</summary>
/// <param name="spark">The session.</param>
/// <param name="settings">How files are read.</param>
internal sealed class InputReader(SparkSession spark, InputSettings settings)
{
    private readonly ColumnNames _names = new(settings);

    /// <summary>The rows of all files.</summary>
    /// <param name="files">At least one file.</param>
    /// <exception cref="PipelineException">A file is none of events, or names a column twice.</exception>
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
            parts.Select(part => part.Rows).DefaultIfEmpty(NoRows()).Aggregate((left, right) => left.Union(right)),
            [.. parts.SelectMany(part => part.Columns)]);
    }

    private DataFrame NoRows()
    {
        string[] columns = [.. RawEvents.Columns, RawEvents.RawText, RawEvents.RawMd5, RawEvents.SourceFile];
        return spark.CreateDataFrame(new List<GenericRow>(), new StructType([.. columns.Select(name => new StructField(name, new StringType()))]));
    }

    private IEnumerable<RawInput> ReadAll(InputFormat format, ImmutableArray<InputFile> files)
    {
        var paths = files.Select(file => file.File.Path).ToImmutableArray();
        var typed = new TypedInput(spark, _names);
        return format switch
        {
            InputFormat.Csv => new CsvInput(spark, settings, _names).Read(paths),
            InputFormat.JsonLines => new JsonLinesInput(spark, settings, _names).Read(paths),
            InputFormat.Parquet => typed.ReadParquet(paths),
            _ => files.Select(file => typed.ReadDelta(file.File.Path, file.Version ?? 0, file.AppendedSince)),
        };
    }
}
