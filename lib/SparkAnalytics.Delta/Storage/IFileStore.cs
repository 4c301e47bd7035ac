namespace SparkAnalytics.Delta;

/// <summary>
/// The storage under a Delta table. All paths are absolute, with <c>/</c> between segments on every system.
/// Failures of the storage surface as <see cref="IOException"/>.
/// </summary>
public interface IFileStore
{
    /// <summary>Turns what a user names (a path or a URI) into the form that this store uses; no slash at the end.</summary>
    /// <exception cref="ArgumentException">The location does not belong to this store.</exception>
    string Normalize(string location);

    /// <summary>The paths of the files directly in a directory, in no particular order; none when there is no such directory. A table's log has thousands, of which little more than the names is asked.</summary>
    IReadOnlyList<string> List(string directory);

    /// <summary>The files in a directory and below it, in no particular order; none when there is no such directory.</summary>
    IEnumerable<StoredFile> ListRecursively(string directory);

    /// <summary>What is known of a file, or null when there is none.</summary>
    StoredFile? Find(string path);

    /// <summary>Opens a file for reading, seekable.</summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    Stream OpenRead(string path);

    /// <summary>
    /// Makes a file with this content unless there is one already; atomic against every other writer, and readers never see part
    /// of it. Durable on return.
    /// </summary>
    /// <returns>False when a file was there first; it is then unchanged.</returns>
    bool TryPutIfAbsent(string path, ReadOnlyMemory<byte> content);

    /// <summary>Gives a finished file its final name unless that name is taken; the old name is gone either way.</summary>
    /// <returns>False when a file was there first; it is then unchanged.</returns>
    bool TryMoveIfAbsent(string source, string destination);

    /// <summary>Makes or replaces a file. For hints only, which nothing relies on.</summary>
    void Put(string path, ReadOnlyMemory<byte> content);

    /// <summary>Makes files that another library has written durable, with their directory entries.</summary>
    void Sync(IReadOnlyCollection<string> paths);

    /// <summary>Deletes a file; nothing happens when there is none.</summary>
    void Delete(string path);

    /// <summary>Makes a directory and its parents where they are missing.</summary>
    void CreateDirectory(string directory);

    /// <summary>Deletes a directory when it is there and empty.</summary>
    /// <returns>True when it was deleted.</returns>
    bool DeleteDirectoryIfEmpty(string directory);
}
