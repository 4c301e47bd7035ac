namespace SparkAnalytics.Delta;

/// <summary>Leaves out the files that, by partition value or statistics, have no value of a column within bounds.</summary>
internal sealed class FilePruning
{
    private readonly Snapshot snapshot;
    private readonly DeltaField field;
    private readonly string physicalName;
    private readonly IComparable? minimum;
    private readonly IComparable? maximum;

    public FilePruning(Snapshot snapshot, DeltaField field, object? minimum, object? maximum)
    {
        this.snapshot = snapshot;
        this.field = field;
        physicalName = snapshot.Metadata.PhysicalName(field);
        this.minimum = StatisticValue.FromArgument(minimum, field.Type);
        this.maximum = StatisticValue.FromArgument(maximum, field.Type);
    }

    public IReadOnlyList<AddFile> Apply(IReadOnlyList<AddFile> files)
    {
        if (minimum is null && maximum is null)
        {
            return files;
        }

        return snapshot.Metadata.PartitionColumns.Contains(field.Name)
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

        var onlyNulls = statistics.RecordCount is long rows && statistics.NullCount(physicalName) == rows;
        return !onlyNulls && Overlaps(
            StatisticValue.FromJson(statistics.Minimum(physicalName), field.Type),
            StatisticValue.Upper(StatisticValue.FromJson(statistics.Maximum(physicalName), field.Type), field.Type));
    }

    private bool Overlaps(IComparable? least, IComparable? greatest) =>
        (least is null || maximum is null || least.CompareTo(maximum) <= 0)
        && (greatest is null || minimum is null || greatest.CompareTo(minimum) >= 0);
}
