namespace SparkAnalytics.Delta;

/// <summary>What a transaction must satisfy before anything is written.</summary>
internal static class TransactionRules
{
    private const string ForbiddenInNames = " ,;{}()\n\t=";

    public static void RequireValid(string table, TableProtocol protocol, TableMetadata metadata, bool rowsAreChecked)
    {
        var fields = metadata.Schema.Fields;
        if (fields.GroupBy(field => field.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException($"The schema for '{table}' has the column '{twice.Key}' more than once (case does not count). Rename one.", nameof(metadata));
        }

        if (metadata.Schema.AllFields().FirstOrDefault(field => field.Name.AsSpan().IndexOfAny(ForbiddenInNames) >= 0) is DeltaField field)
        {
            throw new ArgumentException($"The name '{field.Name}' for '{table}' has one of the characters ' ,;{{}}()=', tab or newline. Rename it.", nameof(metadata));
        }

        if (metadata.PartitionColumns.FirstOrDefault(column => fields.All(one => one.Name != column)) is string missing)
        {
            throw new ArgumentException($"The partition column '{missing}' for '{table}' is not in the schema.", nameof(metadata));
        }

        ProtocolSupport.RequireWritable(table, protocol, metadata, rowsAreChecked);
    }

    public static void Check(string table, Snapshot? read, TransactionChanges changes)
    {
        var metadata = changes.Metadata ?? read!.Metadata;
        if (changes is { DataChange: true, Removed.Count: > 0 } && read is not null)
        {
            ProtocolSupport.RequireRemovable(table, read.Metadata);
        }

        // A file may go and come back with other deleted rows, and that once.
        TableFeatures.RequireFor(table, changes.Protocol ?? read?.Protocol ?? ProtocolSupport.Written, changes.Added);
        var (added, removed) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        if ((changes.Added.FirstOrDefault(file => !added.Add(file.Path)) ?? changes.Removed.FirstOrDefault(file => !removed.Add(file.Path))) is AddFile repeated)
        {
            throw new ArgumentException($"The transaction on '{table}' names '{repeated.Path}' twice. Add or remove a file once.");
        }

        var present = read is null ? [] : read.Files.Select(file => file.Key).ToHashSet();
        var staying = read is null ? [] : read.Files.Select(file => file.Path).Where(path => !removed.Contains(path)).ToHashSet(StringComparer.Ordinal);
        if (changes.Removed.FirstOrDefault(file => !present.Contains(file.Key)) is AddFile unknown)
        {
            throw new ArgumentException($"'{unknown.Path}' is not in version {read?.Version} of '{table}', so it cannot be removed.");
        }

        if (changes.Added.FirstOrDefault(file => present.Contains(file.Key) || staying.Contains(file.Path)) is AddFile known)
        {
            throw new ArgumentException($"'{known.Path}' is in '{table}' already. Give every data file a new name.");
        }

        if (changes.Added.FirstOrDefault(file => !file.PartitionValues.Keys.ToHashSet().SetEquals(metadata.PartitionColumns)) is AddFile unfit)
        {
            throw new ArgumentException(
                $"'{unfit.Path}' must give values of the partition columns of '{table}' and no others: {string.Join(", ", metadata.PartitionColumns)}.");
        }
    }
}
