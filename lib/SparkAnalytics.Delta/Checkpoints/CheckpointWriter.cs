namespace SparkAnalytics.Delta;

/// <summary>Writes checkpoints, of the second form where the table wants that, and the hint that points to the last one.</summary>
internal sealed class CheckpointWriter(TableContext table)
{
    /// <summary>Writes a checkpoint and tidies the log where a version calls for it.</summary>
    /// <returns>What went wrong, or null. A commit stands without its checkpoint, so this never throws.</returns>
    public static Exception? WriteIfDue(TableContext table, long version, TableMetadata metadata)
    {
        if (version == 0 || version % TableProperties.CheckpointIntervalOf(metadata) != 0)
        {
            return null;
        }

        try
        {
            new CheckpointWriter(table).Write(new SnapshotBuilder(table).Build(LogListing.Of(table), version));
            new LogCleanup(table).Run(metadata);
            return null;
        }
        catch (Exception problem)
        {
            return problem;
        }
    }

    public void Write(Snapshot snapshot)
    {
        var writer = new ActionWriter(table.Root);
        var isV2 = TableProperties.WantsV2Checkpoints(snapshot.Metadata) && TableFeatures.IsIn(snapshot.Protocol, TableFeatures.V2Checkpoint);
        var actions = (isV2 ? Actions(snapshot).Prepend(new CheckpointMetadata(snapshot.Version)) : Actions(snapshot)).Select(writer.Write).ToList();
        var name = isV2 ? $"{snapshot.Version:D20}.checkpoint.{Guid.NewGuid()}.parquet" : $"{snapshot.Version:D20}.checkpoint.parquet";
        var temporary = LogPath.TemporaryBeside(table.LogFile(name));
        try
        {
            table.CheckpointFiles.Write(temporary, actions);
            table.Store.Sync([temporary]);
            var size = table.Store.Find(temporary)!.Size;

            // Hadoop keeps checksums of local files beside them, and takes a file that we write for a damaged one of its own.
            table.Store.Delete(table.LogFile($".{name}.crc"));

            // A hint for one of the second form would repeat its actions; without it readers list the log, as they do where it is old.
            if (table.Store.TryMoveIfAbsent(temporary, table.LogFile(name)) && !isV2)
            {
                table.Store.Delete(table.LogFile("._last_checkpoint.crc"));
                table.Store.Put(table.LogFile("_last_checkpoint"), Hint(snapshot, actions.Count, size));
            }
        }
        finally
        {
            table.Store.Delete(temporary);
        }
    }

    private IEnumerable<LogAction> Actions(Snapshot snapshot)
    {
        var cutoff = table.Clock.GetUtcNow() - TableProperties.DeletedFileRetentionOf(snapshot.Metadata);
        return Enumerable.Empty<LogAction>()
            .Append(snapshot.Protocol)
            .Append(snapshot.Metadata)
            .Concat(snapshot.Identifiers.Values)
            .Concat(snapshot.Domains)
            .Concat(snapshot.Files.Select(file => file with { DataChange = false }))
            .Concat(snapshot.Tombstones.Where(file => file.RemovedSince(cutoff)).Select(file => file with { DataChange = false }));
    }

    private static byte[] Hint(Snapshot snapshot, int actions, long bytes) => System.Text.Encoding.UTF8.GetBytes(LogJson.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("version", snapshot.Version);
        writer.WriteNumber("size", actions);
        writer.WriteNumber("sizeInBytes", bytes);
        writer.WriteNumber("numOfAddFiles", snapshot.Files.Count);
        writer.WriteEndObject();
    }));
}
