using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Printing;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>CSV by RFC 4180: one read for each distinct header, its columns by position.</summary>
internal sealed class CsvInput(SparkSession spark, InputSettings settings, ColumnNames names)
{
    private const string Unreadable = "_corrupt_record";

    private const string UnreadableMd5 = "_corrupt_record_md5";

    public IEnumerable<RawInput> Read(ImmutableArray<string> paths) => paths
        .Select(path => (Path: path, Header: Header(path))).Where(file => file.Header is not null).ToList()
        .GroupBy(file => Text(file.Header!), StringComparer.Ordinal)
        .Select(group => ReadGroup([.. group.Select(file => file.Path)], group.First().Header!));

    /// <summary>A header in a form that no other has.</summary>
    private static string Text(CsvHeader header) => header.Delimiter + string.Concat(header.Found.Columns.Select(column => FormattableString.Invariant($"{column.Length}:{column}")));

    private CsvHeader? Header(string path)
    {
        var header = CsvHeader.Of(spark, path, settings, names);
        if (header is not null)
        {
            names.RequireTimestamp(path, header.Found);
            if (header.Found.Twice is var (name, count))
            {
                throw new PipelineException(ExitCode.BadInput, FormattableString.Invariant($"{FileName.Plain(path)}: the header names the column '{VisibleText.Of(name)}' {count} times, so its values cannot be told apart. Rename one of them."));
            }
        }

        return header;
    }

    private RawInput ReadGroup(List<string> paths, CsvHeader header)
    {
        var known = header.Found.Positions.ToDictionary(pair => pair.Value[0], pair => pair.Key);
        var fields = header.Found.Columns.Select((_, position) => known.GetValueOrDefault(position) ?? FormattableString.Invariant($"_c{position}"));
        var rows = spark.Read()
            .Option("header", true)
            .Option("sep", header.Delimiter.ToString())
            .Option("multiLine", true)
            .Option("escape", "\"")
            .Option("enforceSchema", true)
            .Option("mode", "PERMISSIVE")
            .Option("columnNameOfCorruptRecord", Unreadable)
            .Option("columnNameOfCorruptRecordMd5", UnreadableMd5)
            .Option("corruptWithoutAnyOf", string.Join(',', known.Values))
            .Option("maxLineSize", settings.MaxLineSize)
            .Schema(new StructType([.. fields.Append(Unreadable).Append(UnreadableMd5).Select(name => new StructField(name, new StringType()))]))
            .Csv([.. paths]);

        Column Raw(string name) => header.Found.Positions.ContainsKey(name) ? rows[name] : Lit(null).Cast("string");
        return new RawInput(
            rows.Select(
            [
                .. RawEvents.Columns.Select(name => Raw(name).As(name)),
                rows[Unreadable].As(RawEvents.RawText),
                rows[UnreadableMd5].As(RawEvents.RawMd5),
                InputFileName().As(RawEvents.SourceFile),
            ]),
            [new FileColumns(paths.Count, header.Found)]);
    }
}
