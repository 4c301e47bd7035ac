using SparkAnalytics.Delta;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>A new data file.</summary>
/// <param name="Path">Its absolute path.</param>
/// <param name="Rows">How many rows it holds.</param>
/// <param name="Action">What the commit adds for it.</param>
internal sealed record WrittenFile(string Path, long Rows, AddFile Action);
