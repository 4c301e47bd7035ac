using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.State;

/// <summary>One input file, as <c>_state/loaded_files</c> knows it.</summary>
/// <param name="Path">Its path as URI.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="ModifiedAt">When it was last changed, in whole milliseconds.</param>
public sealed record LoadedFile(string Path, long Size, Timestamp ModifiedAt);
