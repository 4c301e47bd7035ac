using System.Collections.Immutable;

namespace SparkAnalytics.Pipeline.Reports;

/// <summary>What came in.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">Their size in bytes.</param>
/// <param name="Rows">Rows read, unreadable ones included.</param>
/// <param name="Duplicates">Rows dropped because another has every raw column equal.</param>
/// <param name="Quarantined">Rows set aside, by reason.</param>
/// <param name="UnknownColumns">Columns that no rule uses, in order of name.</param>
/// <param name="FilesPassedOver">Files of the input folders whose names tell no format.</param>
public sealed record InputReport(long Files, long Bytes, long Rows, long Duplicates, ImmutableSortedDictionary<string, long> Quarantined, ImmutableArray<string> UnknownColumns, ImmutableArray<string> FilesPassedOver)
{
    /// <summary>Files of the inputs that earlier runs had loaded, which an increment leaves out.</summary>
    public long FilesLoadedBefore { get; init; }

    /// <summary>Files that were changed so lately that they wait for a later increment.</summary>
    public long FilesTooYoung { get; init; }
}
