using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Models;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>CSV by RFC 4180: one read for each distinct header, as engines match columns of several files by position.</summary>
internal static class CsvInput
{
    private const string Unreadable = "_corrupt_record";

    public static IEnumerable<RawInput> Read(SparkSession spark, ImmutableArray<string> paths)
    {
        var start = 0;
        var headers = paths.Select(path => Header(spark, path)).ToList();
        while (start < paths.Length)
        {
            var end = start + 1;
            while (end < paths.Length && headers[end].SequenceEqual(headers[start]))
            {
                end++;
            }

            yield return ReadGroup(spark, paths[start..end], headers[start]);
            start = end;
        }
    }

    private static RawInput ReadGroup(SparkSession spark, ImmutableArray<string> paths, IReadOnlyList<string> header)
    {
        var schema = new StructType([.. header.Append(Unreadable).Select(name => new StructField(name, new StringType()))]);
        var rows = spark.Read()
            .Option("header", true)
            .Option("multiLine", true)
            .Option("escape", "\"")
            .Option("mode", "PERMISSIVE")
            .Option("columnNameOfCorruptRecord", Unreadable)
            .Schema(schema)
            .Csv([.. paths]);

        Column Raw(string name) => header.Contains(name) ? rows[name] : Lit(null).Cast("string");
        return new RawInput(
            rows.Select(
            [
                .. RawEvents.Columns.Select(name => Raw(name).As(name)),
                rows[Unreadable].As(RawEvents.RawText),
                InputFileName().As(RawEvents.SourceFile),
            ]),
            InputReader.Unknown(header));
    }

    private static IReadOnlyList<string> Header(SparkSession spark, string path)
    {
        var header = spark.Read().Option("header", true).Option("multiLine", true).Option("escape", "\"").Csv(path).Columns();
        if (!header.Where((name, position) => name.EndsWith(position.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)).Any())
        {
            return header;
        }

        // Engines give repeated names their position, as they would a name that ends like that: only the first record tells.
        var names = spark.Read().Option("header", false).Option("multiLine", true).Option("escape", "\"").Csv(path).Limit(1).Collect().Single();
        var twice = names.Values.OfType<string>().GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        return twice is null
            ? header
            : throw new PipelineException(ExitCode.BadInput, $"{path}: the header names the column '{twice.Key}' {twice.Count()} times, so its values cannot be told apart. Rename one of them.");
    }
}
