using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>The options of a write to a Delta table, by Spark's names and with Spark's rules of which go together.</summary>
/// <param name="Commit">Those that every commit has.</param>
/// <param name="OverwritesSchema"><c>overwriteSchema</c>: an overwrite gives the table the columns and partitions of the rows.</param>
/// <param name="MergesSchema"><c>mergeSchema</c>: the table gets the columns that only the rows have.</param>
/// <param name="ReplaceWhere"><c>replaceWhere</c>: an overwrite replaces the rows alone that meet a condition in Spark's SQL, and all new rows must meet it; null for none.</param>
/// <param name="IsDynamic"><c>partitionOverwriteMode</c> is <c>dynamic</c>: an overwrite replaces the partitions alone to which rows go.</param>
/// <param name="StatisticsColumns"><c>dataSkippingStatsColumns</c>, or null where the table says.</param>
internal sealed record WriterOptions(CommitOptions Commit, bool OverwritesSchema, bool MergesSchema, string? ReplaceWhere, bool IsDynamic, string? StatisticsColumns)
{
    private static readonly string[] s_known = [.. CommitOptions.Known, "overwriteSchema", "mergeSchema", "replaceWhere", "partitionOverwriteMode", "dataSkippingStatsColumns"];

    /// <exception cref="AnalysisException">An option is unknown, is not what it must be, or does not go with another or with the mode.</exception>
    public static WriterOptions Of(WriteCommand write)
    {
        KnownOptions.Require(write.Options, "writer of delta", s_known);
        var options = new WriterOptions(
            CommitOptions.Of(write.Options),
            ReadOptions.Flag(write.Options, "overwriteSchema") is true,
            ReadOptions.Flag(write.Options, "mergeSchema") is true,
            ReadOptions.Find(write.Options, "replaceWhere"),
            ReadOptions.Value<bool>(write.Options, "partitionOverwriteMode", OverwriteMode, "static or dynamic") is true,
            ReadOptions.Find(write.Options, "dataSkippingStatsColumns"));
        if (Conflict(options, write.Mode) is { } conflict)
        {
            throw new AnalysisException(conflict);
        }

        return options;
    }

    private static string? Conflict(WriterOptions options, SaveMode mode) => options switch
    {
        { ReplaceWhere: not null } when mode != SaveMode.Overwrite => $"The option replaceWhere goes with the mode Overwrite, not with {mode}.",
        { ReplaceWhere: not null, OverwritesSchema: true } => "The options replaceWhere and overwriteSchema exclude each other: the rows that stay have the old columns.",
        { ReplaceWhere: not null, IsDynamic: true } => "The options replaceWhere and partitionOverwriteMode=dynamic exclude each other: each says which rows are replaced.",
        { IsDynamic: true, OverwritesSchema: true } => "The options partitionOverwriteMode=dynamic and overwriteSchema exclude each other: the partitions that stay have the old columns.",
        { OverwritesSchema: true } when mode == SaveMode.Append => "The option overwriteSchema goes with the mode Overwrite, not with Append; mergeSchema adds columns.",
        _ => null,
    };

    private static bool? OverwriteMode(string text) => text.ToUpperInvariant() switch { "DYNAMIC" => true, "STATIC" => false, _ => null };
}
