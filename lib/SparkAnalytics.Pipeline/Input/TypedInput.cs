using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>Parquet files and Delta tables, whose columns may have types of their own.</summary>
internal static class TypedInput
{
    /// <summary>One read for each run of files with the same schema.</summary>
    public static IEnumerable<RawInput> ReadParquet(SparkSession spark, ImmutableArray<string> paths)
    {
        var start = 0;
        var schemas = paths.Select(path => spark.Read().Parquet(path).Schema()).ToList();
        while (start < paths.Length)
        {
            var end = start + 1;
            while (end < paths.Length && schemas[end].Equals(schemas[start]))
            {
                end++;
            }

            yield return AsText(spark.Read().Parquet([.. paths[start..end]]));
            start = end;
        }
    }

    public static RawInput ReadDelta(SparkSession spark, string path, long version) =>
        AsText(TableVersions.Read(spark, path, version));

    private static RawInput AsText(DataFrame rows)
    {
        var types = rows.Schema().Fields.ToDictionary(column => column.Name, column => column.DataType, StringComparer.Ordinal);
        Column Raw(string name) => types.TryGetValue(name, out var type) ? TextOfValue.Of(rows[name], type) : Lit(null).Cast("string");
        return new RawInput(
            rows.Select(
            [
                .. RawEvents.Columns.Select(name => Raw(name).As(name)),
                Lit(null).Cast("string").As(RawEvents.RawText),
                InputFileName().As(RawEvents.SourceFile),
            ]),
            InputReader.Unknown(types.Keys));
    }
}
