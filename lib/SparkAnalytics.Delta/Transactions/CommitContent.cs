using System.Text;

namespace SparkAnalytics.Delta;

/// <summary>The text of a commit: one action a line, what it says of itself first.</summary>
internal sealed class CommitContent(TableContext table, Snapshot? read, TransactionChanges changes)
{
    private static readonly string Engine = "SparkAnalytics/" + typeof(CommitContent).Assembly.GetName().Version!.ToString(3);

    public byte[] Serialize(CommitInfo info)
    {
        var writer = new ActionWriter(table.Root);
        var text = new StringBuilder();
        foreach (var action in Actions(info))
        {
            _ = text.Append(writer.Write(action)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private IEnumerable<LogAction> Actions(CommitInfo info)
    {
        var now = table.Clock.GetUtcNow();
        yield return info with
        {
            Timestamp = now,
            ReadVersion = read?.Version,
            IsolationLevel = changes.DataChange ? "Serializable" : "SnapshotIsolation",
            IsBlindAppend = changes.IsBlindAppend,
            EngineInfo = Engine,
            TransactionId = Guid.NewGuid().ToString(),
        };

        if ((changes.Protocol ?? (read is null ? ProtocolSupport.Written : null)) is TableProtocol protocol)
        {
            yield return protocol;
        }

        if (changes.Metadata is TableMetadata metadata)
        {
            yield return metadata;
        }

        if (changes.Identifier is TransactionIdentifier identifier)
        {
            yield return identifier;
        }

        foreach (var file in changes.Removed)
        {
            yield return file.Removed(now, changes.DataChange);
        }

        foreach (var file in changes.Added)
        {
            yield return file with { DataChange = changes.DataChange && file.DataChange };
        }
    }
}
