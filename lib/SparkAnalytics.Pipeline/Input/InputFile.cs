using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>One file, or one Delta table, to be read.</summary>
/// <param name="File">What it is known by.</param>
/// <param name="Format">How it is read.</param>
internal sealed record InputFile(LoadedFile File, InputFormat Format)
{
    /// <summary>Of a Delta table: the version to read, so that all steps of a run see the same rows.</summary>
    public long? Version { get; init; }

    /// <summary>Of a Delta table: the version that is loaded already, so that only what was appended since is read; null for all rows.</summary>
    public long? AppendedSince { get; init; }
}
