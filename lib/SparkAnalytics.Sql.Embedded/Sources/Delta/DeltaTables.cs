using SparkAnalytics.Delta;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>Opens the logs of Delta tables, with their errors in the port's terms.</summary>
internal sealed class DeltaTables(IFileStore store, TimeProvider clock)
{
    private readonly CheckpointFiles _checkpoints = new();

    public IFileStore Store => store;

    public DeltaLog Log(string path) => DeltaLog.ForTable(store, _checkpoints, clock, FileListing.LocalPath(path));

    /// <summary>Runs code on a log.</summary>
    /// <exception cref="QueryExecutionException">The table is none, is damaged, or somebody else changed it.</exception>
    public static T Guard<T>(Func<T> run)
    {
        try
        {
            return run();
        }
        catch (Exception error) when (KindOf(error) is { } kind)
        {
            throw new QueryExecutionException(kind, error.Message, error);
        }
    }

    private static QueryErrorKind? KindOf(Exception error) => error switch
    {
        TableNotFoundException or TableVersionNotFoundException => QueryErrorKind.NotFound,
        ConcurrentModificationException => QueryErrorKind.Conflict,
        ChangedRowsException or CorruptTableException or UnsupportedTableFeatureException or ShortRetentionException or ArgumentException or FormatException => QueryErrorKind.BadInput,
        UnauthorizedAccessException => QueryErrorKind.BadInput,
        IOException => QueryErrorKind.Resources,
        _ => null,
    };
}
