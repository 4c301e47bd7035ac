using System.Text.Json;

namespace SparkAnalytics.Delta;

/// <summary>Actions from the files of a log.</summary>
internal sealed class LogReader(TableContext table)
{
    private readonly ActionReader actions = new(table.Root);

    public IReadOnlyList<LogAction> Commit(long version) => JsonLines(table.CommitPath(version));

    /// <summary>The actions of a checkpoint in any of its forms, those of its sidecars included.</summary>
    public IEnumerable<LogAction> Checkpoint(CheckpointFile checkpoint)
    {
        foreach (var part in checkpoint.Parts)
        {
            foreach (var action in Rows(part))
            {
                if (action is Sidecar sidecar)
                {
                    foreach (var fileAction in Rows(LogPath.Decode(table.LogFile("_sidecars"), sidecar.Path)))
                    {
                        yield return fileAction;
                    }
                }
                else
                {
                    yield return action;
                }
            }
        }
    }

    /// <summary>What a commit says of itself; empty where it says nothing.</summary>
    public CommitInfo Info(long version) => Commit(version).OfType<CommitInfo>().FirstOrDefault() ?? new CommitInfo();

    private IEnumerable<LogAction> Rows(string path) =>
        path.EndsWith(".json", StringComparison.Ordinal) ? JsonLines(path) : Guard(path, () => Parquet(path));

    private List<LogAction> Parquet(string path) => [.. table.CheckpointFiles.Read(path).Select(actions.Read).OfType<LogAction>()];

    private List<LogAction> JsonLines(string path) => Guard(path, () =>
    {
        var found = new List<LogAction>();
        ReadOnlyMemory<byte> rest = table.ReadAll(path);
        while (rest.Length > 0)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? default : rest[(end + 1)..];
            if (!line.Span.Trim("\r \t"u8).IsEmpty && actions.Read(line) is LogAction action)
            {
                found.Add(action);
            }
        }

        return found;
    });

    private static T Guard<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (FileNotFoundException problem)
        {
            throw new CorruptTableException($"'{path}' is missing from the table's log. Another process may have cleaned it up; read the table again.", problem);
        }
        catch (Exception problem) when (problem is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new CorruptTableException($"'{path}' is damaged: {problem.Message} Restore it, or read a version that does not need it.", problem);
        }
    }
}
