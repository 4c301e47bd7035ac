using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Checks;

/// <summary>Reads input as a load would and tells what it holds; writes nothing.</summary>
/// <param name="spark">The session.</param>
/// <param name="settings">How to read and check.</param>
public sealed class InputCheck(SparkSession spark, EffectiveSettings settings)
{
    /// <summary>Reads all rows once, and again for the examples where some would be set aside.</summary>
    /// <param name="inputs">Files, folders, globs or Delta tables.</param>
    /// <param name="format">Their format, or null where names tell it.</param>
    /// <param name="clock">The clock that events are measured against.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="PipelineException">An input is not there, or is none of events.</exception>
    /// <exception cref="QueryExecutionException">A file cannot be read.</exception>
    public InputCheckReport Run(ImmutableArray<string> inputs, InputFormat? format, DateTimeOffset clock)
    {
        using var input = CheckedInput.Of(spark, settings, inputs, format, lakehouse: null, clock);
        var counts = input.Events.GroupBy("reason").Agg(Count(Lit(1)).As("rows"), CountDistinct("event_id").As("distinct")).Collect()
            .Select(row => (Reason: row.GetAs<string?>("reason"), Rows: row.GetAs<long>("rows"), Distinct: row.GetAs<long>("distinct")))
            .OrderByDescending(count => count.Distinct).ThenBy(count => count.Reason, StringComparer.Ordinal).ToList();
        var setAside = counts.Where(count => count.Reason is not null).ToList();
        var examples = setAside.Count == 0 ? [] : Examples(input.Events);
        return new InputCheckReport(
            [.. input.Files.Files.GroupBy(file => file.Format).Select(group => new FormatReport(group.Key, group.Count(), group.Key == InputFormat.Delta ? 0 : group.Sum(file => file.File.Size)))],
            input.Files.PassedOver,
            counts.Sum(count => count.Rows),
            counts.Where(count => count.Reason is null).Sum(count => count.Distinct),
            counts.Sum(count => count.Rows - count.Distinct),
            [.. setAside.Select(count => new SetAsideReport(count.Reason!, count.Distinct, examples[count.Reason!].File, examples[count.Reason!].Text))],
            [.. RawEvents.Columns.Select(column => Column(column, input.Raw.Columns))],
            input.Raw.UnknownColumns);
    }

    private static Dictionary<string, (string File, string Text)> Examples(DataFrame events)
    {
        var columns = TextOfValue.Object(RawEvents.Columns.Select(column => (column, Col(column), (DataType)new StringType())));
        return events.Filter(Col("reason").IsNotNull())
            .Select(Col("reason"), Col(RawEvents.SourceFile).As("file"), Coalesce(Col(RawEvents.RawText), columns).As("text"))
            .DropDuplicates("reason")
            .Collect()
            .ToDictionary(row => row.GetAs<string>("reason"), row => (FileName.Plain(row.GetAs<string?>("file") ?? string.Empty), row.GetAs<string>("text")), StringComparer.Ordinal);
    }

    private static ColumnReport Column(string name, ImmutableArray<FileColumns> files)
    {
        var holding = files.Where(file => file.Found.Positions.ContainsKey(name)).ToList();
        return new ColumnReport(
            name,
            [.. holding.SelectMany(file => file.Found.Positions[name].Select(position => file.Found.Columns[position])).Distinct().Order(StringComparer.Ordinal)],
            holding.Sum(file => file.Files));
    }
}
