using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Reports;

/// <summary>A table as a run left it.</summary>
/// <param name="Rows">Its rows, by the version that the run made.</param>
/// <param name="Report">What writing it did.</param>
/// <param name="Duplicates">Exact duplicates that writing it dropped, or null where the engine does not tell.</param>
internal sealed record WrittenTable(DataFrame Rows, TableReport Report, long? Duplicates);
