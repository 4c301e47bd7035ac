using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Delta;

/// <summary>
/// The commits and complete checkpoints of a log, from one listing. Names are matched strictly: logs are full of other files.
/// <c>_last_checkpoint</c> is not read, since a listing of a directory tells more and cannot be stale.
/// </summary>
internal sealed partial class LogListing
{
    private LogListing(IReadOnlyList<string> files)
    {
        Files = files;
        Commits = [.. files.Select(CommitOf).OfType<long>()];
        Checkpoints = [.. FindCheckpoints(files).OrderBy(checkpoint => checkpoint.Version)];
    }

    /// <summary>The paths of all files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The versions of the commits.</summary>
    public SortedSet<long> Commits { get; }

    /// <summary>By rising version; a version may have several.</summary>
    public IReadOnlyList<CheckpointFile> Checkpoints { get; }

    public bool IsEmpty => Commits.Count == 0 && Checkpoints.Count == 0;

    public long LatestVersion => Math.Max(Commits.Count == 0 ? -1 : Commits.Max, Checkpoints.Count == 0 ? -1 : Checkpoints[^1].Version);

    /// <summary>The first version that can still be put together.</summary>
    public long EarliestVersion => Commits.Contains(0) || Checkpoints.Count == 0 ? 0 : Checkpoints[0].Version;

    public static LogListing Of(TableContext table)
    {
        var listing = new LogListing(table.Store.List(table.LogDirectory));
        listing.FindCommitsThatCameWhileListing(table);
        return listing;
    }

    public CheckpointFile? NewestCheckpoint(long version) => Checkpoints.LastOrDefault(checkpoint => checkpoint.Version <= version);

    /// <summary>The version that a file of the log belongs to, or null for other files.</summary>
    public static long? VersionOf(string path) => VersionedName().Match(LogPath.NameOf(path)) is { Success: true } match ? Number(match, 1) : null;

    /// <summary>The version of a commit's file, or null for other files. There are many, so without a pattern.</summary>
    private static long? CommitOf(string path)
    {
        var name = LogPath.NameOf(path).AsSpan();
        return name.Length == 25 && name.EndsWith(".json", StringComparison.Ordinal) && long.TryParse(name[..20], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;
    }

    /// <summary>A listing is no snapshot: it may lack a file that was made while it ran and have one that was made after that.</summary>
    private void FindCommitsThatCameWhileListing(TableContext table)
    {
        var newest = Commits.Count == 0 ? -1 : Commits.Max;
        for (var version = Checkpoints.Count == 0 ? 0 : Checkpoints[^1].Version + 1; version < newest; version++)
        {
            if (!Commits.Contains(version))
            {
                if (table.Store.Find(table.CommitPath(version)) is null)
                {
                    return;
                }

                Commits.Add(version);
            }
        }
    }

    private static IEnumerable<CheckpointFile> FindCheckpoints(IReadOnlyList<string> files)
    {
        var parts = new List<(long Version, long Part, long Of, string File)>();
        foreach (var file in files.Where(file => file.Contains(".checkpoint.", StringComparison.Ordinal)))
        {
            if (WholeCheckpointName().Match(LogPath.NameOf(file)) is { Success: true } whole)
            {
                yield return new CheckpointFile(Number(whole, 1), [file]);
            }
            else if (PartName().Match(LogPath.NameOf(file)) is { Success: true } part)
            {
                parts.Add((Number(part, 1), Number(part, 2), Number(part, 3), file));
            }
        }

        foreach (var set in parts.GroupBy(part => (part.Version, part.Of)))
        {
            if (set.Select(part => part.Part).Order().SequenceEqual(LongRange(set.Key.Of)))
            {
                yield return new CheckpointFile(set.Key.Version, [.. set.OrderBy(part => part.Part).Select(part => part.File)]);
            }
        }
    }

    private static IEnumerable<long> LongRange(long count)
    {
        for (var number = 1L; number <= count; number++)
        {
            yield return number;
        }
    }

    private static long Number(Match match, int group) => long.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(\d{20})\.checkpoint(\.[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\.(json|parquet)|\.parquet)$")]
    private static partial Regex WholeCheckpointName();

    [GeneratedRegex(@"^(\d{20})\.checkpoint\.(\d{10})\.(\d{10})\.parquet$")]
    private static partial Regex PartName();

    [GeneratedRegex(@"^\.?(\d{20})\.((json|crc)(\.crc)?|checkpoint\..+)$")]
    private static partial Regex VersionedName();
}
