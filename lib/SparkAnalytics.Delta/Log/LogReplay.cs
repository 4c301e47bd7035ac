namespace SparkAnalytics.Delta;

/// <summary>The state of a table, from a checkpoint and the commits after it in their order (PROTOCOL.md, "Action Reconciliation").</summary>
internal sealed class LogReplay
{
    private readonly Dictionary<FileKey, AddFile> files = [];
    private readonly Dictionary<FileKey, RemoveFile> tombstones = [];
    private readonly Dictionary<string, TransactionIdentifier> transactions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DomainMetadata> domains = new(StringComparer.Ordinal);

    public TableMetadata? Metadata { get; private set; }

    public TableProtocol? Protocol { get; private set; }

    public IReadOnlyList<AddFile> Files => [.. files.Values];

    public IReadOnlyList<RemoveFile> Tombstones => [.. tombstones.Values];

    public IReadOnlyDictionary<string, TransactionIdentifier> Transactions => transactions;

    public IReadOnlyList<DomainMetadata> Domains => [.. domains.Values.Where(domain => !domain.Removed)];

    public void Apply(IEnumerable<LogAction> actions)
    {
        foreach (var action in actions)
        {
            Apply(action);
        }
    }

    private void Apply(LogAction action)
    {
        switch (action)
        {
            case AddFile add:
                _ = tombstones.Remove(add.Key);
                files[add.Key] = add;
                break;
            case RemoveFile remove:
                _ = files.Remove(remove.Key);
                tombstones[remove.Key] = remove;
                break;
            case TableMetadata metadata:
                Metadata = metadata;
                break;
            case TableProtocol protocol:
                Protocol = protocol;
                break;
            case TransactionIdentifier transaction:
                transactions[transaction.ApplicationId] = transaction;
                break;
            case DomainMetadata domain:
                domains[domain.Domain] = domain;
                break;
        }
    }
}
