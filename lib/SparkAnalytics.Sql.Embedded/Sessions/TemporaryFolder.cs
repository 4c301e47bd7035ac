namespace SparkAnalytics.Sql.Embedded.Sessions;

/// <summary>
/// A folder of one engine below the temporary one. A file in it stays locked as long as the process lives, so the next engine can tell folders of killed processes, and deletes them.
/// </summary>
internal sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "spark-analytics-engine-";

    private const string OwnerName = "owner";

    /// <summary>More than engines that start at the same moment can take away; a folder that cannot be written fails each time.</summary>
    private const int Attempts = 10;

    private readonly FileStream _owner;

    /// <summary>Makes a folder and clears away what killed processes left beside it.</summary>
    /// <param name="parent">The folder to make it in.</param>
    public TemporaryFolder(string parent)
    {
        Directory.CreateDirectory(parent);
        RemoveAbandoned(parent);
        (Path, _owner) = Create(parent);
    }

    public string Path { get; }

    public void Dispose()
    {
        _owner.Dispose();
        Delete(Path);
    }

    /// <summary>
    /// Another engine may look at the new file in the moment before it is locked, and take the folder for an abandoned one: then the lock is refused,
    /// or it is given on a file that is gone, as the other one deletes under the lock. Either way another folder is made.
    /// </summary>
    private static (string Path, FileStream Owner) Create(string parent)
    {
        for (var attempt = 1; ; attempt++)
        {
            var path = System.IO.Path.Combine(parent, $"{Prefix}{Guid.NewGuid():N}");
            var file = System.IO.Path.Combine(path, OwnerName);
            Directory.CreateDirectory(path);
            try
            {
                var owner = new FileStream(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None);
                if (File.Exists(file))
                {
                    return (path, owner);
                }

                owner.Dispose();
            }
            catch (IOException) when (attempt < Attempts)
            {
                Delete(path);
            }
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
