namespace SparkAnalytics.Delta;

/// <summary>A file as its store lists it.</summary>
/// <param name="Path">Absolute path in the store's form.</param>
/// <param name="Size">Length in bytes.</param>
/// <param name="ModifiedAt">Time of the last change.</param>
public sealed record StoredFile(string Path, long Size, DateTimeOffset ModifiedAt)
{
    /// <summary>The last segment of <see cref="Path"/>.</summary>
    public string Name => LogPath.NameOf(Path);
}
