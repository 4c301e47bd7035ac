namespace SparkAnalytics.Delta;

/// <summary>
/// Which files to rewrite: small ones together, and those of which many rows are marked as deleted, if need be alone. Each group becomes one file; commit them with <see cref="Transaction.WithoutDataChange"/>
/// and <see cref="Transaction.ReadsFiles"/> as operation <c>OPTIMIZE</c>.
/// </summary>
/// <param name="Groups">The groups, each of at least two files or of one with many deleted rows.</param>
public sealed record OptimizePlan(IReadOnlyList<OptimizeGroup> Groups)
{
    private const double LargeEnough = 0.75;

    // The share from which Delta on Spark rewrites a file (delta.optimize.maxDeletedRowsRatio).
    private const double ManyDeleted = 0.05;

    /// <summary>Plans for a version. Files that are large enough stay as they are unless more than 5 % of their rows are deleted.</summary>
    /// <param name="snapshot">The version to optimize.</param>
    /// <param name="targetBytes">How large files should become.</param>
    /// <param name="orderBy">A column, best a date or time, by whose least value files are put in order; null for the order of the log.</param>
    /// <param name="enoughBytes">From which size a file is large enough; null for three quarters of the target.</param>
    /// <exception cref="ArgumentException">There is no such column, or the target is not positive.</exception>
    public static OptimizePlan For(Snapshot snapshot, long targetBytes, string? orderBy = null, long? enoughBytes = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(targetBytes);
        var worthwhile = snapshot.Files.Where(file => file.Size < (enoughBytes ?? targetBytes * LargeEnough) || HasManyDeleted(file));
        if (orderBy is not null)
        {
            var column = snapshot.Metadata.Schema.Find(orderBy)
                ?? throw new ArgumentException($"'{snapshot.TableRoot}' has no column '{orderBy}' to put files in order by.", nameof(orderBy));
            var name = snapshot.Metadata.PhysicalName(column);
            worthwhile = worthwhile.OrderBy(file => StatisticValue.FromJson(file.Statistics?.Minimum(name), column.Type));
        }

        return new OptimizePlan([.. worthwhile
            .GroupBy(PartitionKey)
            .SelectMany(partition => Pack(partition, targetBytes))
            .Where(files => files.Count > 1 || HasManyDeleted(files[0]))
            .Select(files => new OptimizeGroup(files, files[0].PartitionValues))]);
    }

    private static bool HasManyDeleted(AddFile file) =>
        file is { DeletionVector: { } vector, Statistics.RecordCount: { } rows } && vector.Cardinality > rows * ManyDeleted;

    private static IEnumerable<List<AddFile>> Pack(IEnumerable<AddFile> files, long targetBytes)
    {
        var group = new List<AddFile>();
        var bytes = 0L;
        foreach (var file in files)
        {
            if (group.Count > 0 && bytes + file.Size > targetBytes)
            {
                yield return group;
                group = [];
                bytes = 0;
            }

            group.Add(file);
            bytes += file.Size;
        }

        yield return group;
    }

    private static string PartitionKey(AddFile file) => LogJson.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteMap("values", file.PartitionValues.OrderBy(pair => pair.Key, StringComparer.Ordinal));
        writer.WriteEndObject();
    });
}
