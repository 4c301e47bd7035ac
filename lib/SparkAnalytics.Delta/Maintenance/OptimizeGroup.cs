namespace SparkAnalytics.Delta;

/// <summary>Files of one partition to be rewritten as one.</summary>
/// <param name="Files">The files in the order that their rows should get.</param>
/// <param name="PartitionValues">The partition that they share, as the new file has to give it.</param>
public sealed record OptimizeGroup(IReadOnlyList<AddFile> Files, IReadOnlyDictionary<string, string?> PartitionValues)
{
    /// <summary>Their size together in bytes.</summary>
    public long Bytes => Files.Sum(file => file.Size);
}
