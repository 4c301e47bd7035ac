namespace SparkAnalytics.Delta;

/// <summary>Files of this machine, by absolute path or <c>file:</c> URI.</summary>
public sealed class LocalFileStore : IFileStore
{
    // Links to directories are not followed: they lead out of the table, or around in circles.
    private static readonly EnumerationOptions Below = new()
    {
        RecurseSubdirectories = true,
        AttributesToSkip = FileAttributes.ReparsePoint,
        IgnoreInaccessible = false,
    };

    private static readonly EnumerationOptions Directly = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <inheritdoc/>
    public string Normalize(string location)
    {
        ArgumentException.ThrowIfNullOrEmpty(location);
        var path = LogPath.HasScheme(location) ? LogPath.FromUri(location) : location;
        if (LogPath.HasScheme(path))
        {
            throw new ArgumentException($"'{location}' is not a local path. Give an absolute path or a file: URI.", nameof(location));
        }

        path = Path.GetFullPath(path).Replace('\\', '/');
        return path.Length > 1 ? path.TrimEnd('/') : path;
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> List(string directory) =>
        Directory.Exists(directory) ? [.. Directory.EnumerateFiles(directory, "*", Directly).Select(path => path.Replace('\\', '/'))] : [];

    /// <inheritdoc/>
    public IEnumerable<StoredFile> ListRecursively(string directory) =>
        Directory.Exists(directory)
            ? new DirectoryInfo(directory).EnumerateFiles("*", Below).Where(file => file.Exists).Select(Describe)
            : [];

    /// <inheritdoc/>
    public StoredFile? Find(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? Describe(file) : null;
    }

    /// <inheritdoc/>
    public Stream OpenRead(string path) => new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);

    /// <inheritdoc/>
    public bool TryPutIfAbsent(string path, ReadOnlyMemory<byte> content) => TryMoveIfAbsent(WriteTemporary(path, content), path);

    /// <inheritdoc/>
    public bool TryMoveIfAbsent(string source, string destination)
    {
        bool won;
        try
        {
            // A rename replaces what is there, and File.Move looks first and renames then: only a hard link has exactly one winner.
            won = NativeFiles.TryLink(source, destination);
        }
        finally
        {
            File.Delete(source);
        }

        NativeFiles.SyncDirectory(DirectoryOf(destination));
        return won;
    }

    /// <inheritdoc/>
    public void Put(string path, ReadOnlyMemory<byte> content) => File.Move(WriteTemporary(path, content), path, overwrite: true);

    /// <inheritdoc/>
    public void Sync(IReadOnlyCollection<string> paths)
    {
        foreach (var path in paths)
        {
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(handle);
        }

        foreach (var directory in paths.Select(DirectoryOf).Distinct(StringComparer.Ordinal))
        {
            NativeFiles.SyncDirectory(directory);
        }
    }

    /// <inheritdoc/>
    public void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (DirectoryNotFoundException)
        {
            // Gone with its directory, which is what was asked for.
        }
    }

    /// <inheritdoc/>
    public void CreateDirectory(string directory)
    {
        if (Directory.Exists(directory))
        {
            return;
        }

        var parent = DirectoryOf(directory);
        CreateDirectory(parent);
        _ = Directory.CreateDirectory(directory);
        NativeFiles.SyncDirectory(parent);
    }

    /// <inheritdoc/>
    public bool DeleteDirectoryIfEmpty(string directory)
    {
        if (!Directory.Exists(directory) || Directory.EnumerateFileSystemEntries(directory).Any())
        {
            return false;
        }

        Directory.Delete(directory);
        return true;
    }

    private static StoredFile Describe(FileInfo file) =>
        new(file.FullName.Replace('\\', '/'), file.Length, new DateTimeOffset(file.LastWriteTimeUtc, TimeSpan.Zero));

    private static string DirectoryOf(string path) => Path.GetDirectoryName(path) ?? "/";

    private static string WriteTemporary(string path, ReadOnlyMemory<byte> content)
    {
        var temporary = LogPath.TemporaryBeside(path);
        try
        {
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None);
            stream.Write(content.Span);
            stream.Flush(flushToDisk: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }

        return temporary;
    }
}
