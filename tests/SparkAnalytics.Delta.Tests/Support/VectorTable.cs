namespace SparkAnalytics.Delta.Tests;

/// <summary>Tables whose rows may be marked as deleted.</summary>
internal static class VectorTable
{
    /// <summary>Version 1 of a table with deletion vectors enabled from the start and a file of some rows.</summary>
    public static TableFolder Create(long rows, ICheckpointFiles? checkpointFiles = null)
    {
        var table = new TableFolder(checkpointFiles: checkpointFiles);
        _ = table.Log.BeginCreate(new TableMetadata(TableFolder.Schema)).EnableDeletionVectors().Commit();
        _ = table.Append(table.NewFile("A", statistics: Statistics(rows)));
        return table;
    }

    public static FileStatistics Statistics(long rows) =>
        new FileStatisticsBuilder(rows).Add("id", new DeltaPrimitiveType("long"), 1L, rows, 0).Build();

    /// <summary>Marks rows of the file with a name, and commits.</summary>
    public static CommitResult Mark(this TableFolder table, string name, params long[] rows)
    {
        var snapshot = table.Log.Latest();
        var transaction = table.Log.Begin(snapshot);
        _ = transaction.MarkDeleted(snapshot.File(name), rows);
        return transaction.WithOperation("DELETE").Commit();
    }

    public static AddFile File(this Snapshot snapshot, string name) => snapshot.Files.Single(file => Path.GetFileName(file.Path) == name);

    /// <summary>The names of the table's files of vectors.</summary>
    public static List<string> VectorFiles(this TableFolder table) =>
        [.. Directory.GetFiles(table.Path, "deletion_vector_*.bin").Order(StringComparer.Ordinal)];
}
