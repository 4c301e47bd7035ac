using System.Globalization;

namespace SparkAnalytics.Delta;

/// <summary>The table properties that this library knows, and their values.</summary>
public static class TableProperties
{
    /// <summary>True where files may not be removed but by compaction.</summary>
    public const string AppendOnly = "delta.appendOnly";

    /// <summary>Every how many versions a checkpoint is written; 10 unless set.</summary>
    public const string CheckpointInterval = "delta.checkpointInterval";

    /// <summary><c>v2</c> where checkpoints are of the second form; the protocol must have the feature <c>v2Checkpoint</c>. <c>classic</c> unless set.</summary>
    public const string CheckpointPolicy = "delta.checkpointPolicy";

    /// <summary>The beginning of the names of properties that are conditions in SQL which each row meets.</summary>
    public const string Constraints = "delta.constraints.";

    /// <summary>Names of the columns, with commas between, that statistics are written for.</summary>
    public const string DataSkippingColumns = "delta.dataSkippingStatsColumns";

    /// <summary>How long removed files stay before vacuum deletes them; <c>interval 1 week</c> unless set.</summary>
    public const string DeletedFileRetention = "delta.deletedFileRetentionDuration";

    /// <summary>True where rows may be marked as deleted instead of writing their files anew; the protocol must have the feature <c>deletionVectors</c>.</summary>
    public const string DeletionVectors = "delta.enableDeletionVectors";

    /// <summary>False where old files of the log are never deleted.</summary>
    public const string LogCleanup = "delta.enableExpiredLogCleanup";

    /// <summary>How long the log of old versions stays; <c>interval 30 days</c> unless set.</summary>
    public const string LogRetention = "delta.logRetentionDuration";

    internal static int CheckpointIntervalOf(TableMetadata metadata) =>
        int.TryParse(metadata.Property(CheckpointInterval), NumberStyles.None, CultureInfo.InvariantCulture, out var versions) && versions > 0
            ? versions
            : 10;

    internal static TimeSpan DeletedFileRetentionOf(TableMetadata metadata) =>
        Interval(metadata.Property(DeletedFileRetention)) ?? TimeSpan.FromDays(7);

    internal static TimeSpan LogRetentionOf(TableMetadata metadata) => Interval(metadata.Property(LogRetention)) ?? TimeSpan.FromDays(30);

    internal static bool WantsV2Checkpoints(TableMetadata metadata) => "v2".Equals(metadata.Property(CheckpointPolicy), StringComparison.OrdinalIgnoreCase);

    internal static bool IsTrue(TableMetadata metadata, string name, bool unlessSet = false) =>
        metadata.Property(name) is string value ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : unlessSet;

    private static TimeSpan? Interval(string? text)
    {
        var words = (text ?? string.Empty).ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(word => word == "interval").ToList();
        if (words.Count == 0 || words.Count % 2 != 0)
        {
            return null;
        }

        var total = TimeSpan.Zero;
        for (var index = 0; index < words.Count; index += 2)
        {
            if (!long.TryParse(words[index], NumberStyles.None, CultureInfo.InvariantCulture, out var count) || Unit(words[index + 1]) is not TimeSpan unit)
            {
                return null;
            }

            total += unit * count;
        }

        return total;
    }

    private static TimeSpan? Unit(string name) => name.TrimEnd('s') switch
    {
        "week" => TimeSpan.FromDays(7),
        "day" => TimeSpan.FromDays(1),
        "hour" => TimeSpan.FromHours(1),
        "minute" => TimeSpan.FromMinutes(1),
        "second" => TimeSpan.FromSeconds(1),
        "millisecond" => TimeSpan.FromMilliseconds(1),
        "microsecond" => TimeSpan.FromMicroseconds(1),
        _ => null,
    };
}
