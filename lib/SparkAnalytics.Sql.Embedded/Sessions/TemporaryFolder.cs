namespace SparkAnalytics.Sql.Embedded.Sessions;

/// <summary>
/// A folder of one engine below the temporary one. A file in it stays locked as long as the process lives, so the next engine can tell folders of killed processes, and deletes them.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "spark-analytics-engine-";

    private const string OwnerName = "owner";

    private readonly FileStream _owner;

    /// <summary>Makes a folder and clears away what killed processes left beside it.</summary>
    /// <param name="parent">The folder to make it in.</param>
    public TemporaryFolder(string parent)
    {
        Directory.CreateDirectory(parent);
        RemoveAbandoned(parent);
        (Path, _owner) = Create(parent, retry: true);
    }

    public string Path { get; }

    public void Dispose()
    {
        _owner.Dispose();
        Delete(Path);
    }

    /// <summary>Another engine may look at the new file in the moment before it is locked; then a second folder is made.</summary>
    private static (string Path, FileStream Owner) Create(string parent, bool retry)
    {
        var path = System.IO.Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
        Directory.CreateDirectory(path);
        try
        {
            return (path, new FileStream(System.IO.Path.Combine(path, OwnerName), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException) when (retry)
        {
            Delete(path);
            return Create(parent, retry: false);
        }
    }

    private static void RemoveAbandoned(string parent)
    {
        foreach (var folder in Directory.EnumerateDirectories(parent, Prefix + "*"))
        {
            RemoveIfAbandoned(folder);
        }
    }

    /// <summary>Keeps the lock while it deletes, as the folder may be one that is just being made. Without the file it is being made, or deleted.</summary>
    private static void RemoveIfAbandoned(string folder)
    {
        try
        {
            using var owner = new FileStream(System.IO.Path.Combine(folder, OwnerName), FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            Delete(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Its process lives, or belongs to someone else.
        }
    }

    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another process may still look at a file in it, or delete it at the same time; the next engine tries again.
        }
    }
}
