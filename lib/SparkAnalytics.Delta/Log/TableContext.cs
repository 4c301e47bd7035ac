namespace SparkAnalytics.Delta;

/// <summary>What every part of the log needs: the table's place, and what was handed in.</summary>
internal sealed record TableContext(IFileStore Store, ICheckpointFiles CheckpointFiles, TimeProvider Clock, string Root)
{
    public string LogDirectory => LogPath.Join(Root, "_delta_log");

    public string LogFile(string name) => LogPath.Join(LogDirectory, name);

    public string CommitPath(long version) => LogFile($"{version:D20}.json");

    public byte[] ReadAll(string path)
    {
        using var stream = Store.OpenRead(path);
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        return buffer.ToArray();
    }
}
