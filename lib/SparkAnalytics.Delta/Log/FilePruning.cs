namespace SparkAnalytics.Delta;

/// <summary>Leaves out the files that, by partition value or statistics, have no value of a column, or of a struct's member, within bounds.</summary>
internal sealed class FilePruning
{
    private readonly Snapshot snapshot;
    private readonly DeltaField field;
    private readonly string[] path;
    private readonly IComparable? minimum;
    private readonly IComparable? maximum;

    /// <param name="snapshot">The version.</param>
    /// <param name="fields">The column, and the members that lead to the one that is bound.</param>
    /// <param name="minimum">The lower bound, or null.</param>
    /// <param name="maximum">The upper bound, or null.</param>
    public FilePruning(Snapshot snapshot, IReadOnlyList<DeltaField> fields, object? minimum, object? maximum)
    {
        this.snapshot = snapshot;
        field = fields[^1];
        path = [.. fields.Select(snapshot.Metadata.PhysicalName)];
        this.minimum = StatisticValue.FromArgument(minimum, field.Type);
        this.maximum = StatisticValue.FromArgument(maximum, field.Type);
    }

    public IReadOnlyList<AddFile> Apply(IReadOnlyList<AddFile> files)
    {
        if (minimum is null && maximum is null)
        {
            return files;
        }

        return path.Length == 1 && snapshot.Metadata.PartitionColumns.Contains(field.Name)
            ? [.. files.Where(MayMatchPartition)]
            : [.. files.Where(MayMatchStatistics)];
    }

    private bool MayMatchPartition(AddFile file)
    {
        var text = snapshot.PartitionValue(file, field.Name);
        var value = StatisticValue.FromText(text, field.Type);
        return text is not null && Overlaps(value, value);
    }

    private bool MayMatchStatistics(AddFile file)
    {
        if (file.Statistics is not FileStatistics statistics)
        {
            return true;
        }

        var onlyNulls = statistics.RecordCount is long rows && statistics.NullCount(path) == rows;
        return !onlyNulls && Overlaps(
            StatisticValue.FromJson(statistics.Minimum(path), field.Type),
            StatisticValue.Upper(StatisticValue.FromJson(statistics.Maximum(path), field.Type), field.Type));
    }

    private bool Overlaps(IComparable? least, IComparable? greatest) =>
        (least is null || maximum is null || least.CompareTo(maximum) <= 0)
        && (greatest is null || minimum is null || MayHideNaN() || greatest.CompareTo(minimum) >= 0);

    /// <summary>NaN is above all numbers, and many writers leave it out of the greatest value; an upper bound keeps it out of the question.</summary>
    private bool MayHideNaN() => maximum is null && field.Type is DeltaPrimitiveType { Name: "float" or "double" };
}
