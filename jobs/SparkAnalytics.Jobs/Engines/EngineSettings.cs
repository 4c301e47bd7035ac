using SparkAnalytics.Jobs.Output;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>Which engine, and what the embedded one may use of the machine; null leaves it to the engine.</summary>
/// <param name="Remote">The connection string of a Spark Connect server, or null for the embedded engine.</param>
/// <param name="MemoryBytes">Memory in bytes before it spills to disk.</param>
/// <param name="Threads">Threads that work at the same time.</param>
/// <param name="TemporaryFolder">Where it spills to.</param>
/// <param name="OnlyBelow">The one folder that it may read, or null for all.</param>
internal sealed record EngineSettings(string? Remote = null, long? MemoryBytes = null, int? Threads = null, string? TemporaryFolder = null, string? OnlyBelow = null)
{
    /// <summary>Whether paths are this machine's.</summary>
    public bool IsHere => Remote is null;

    /// <summary>Told what a server has done of the running work; set by whoever shows it.</summary>
    public ServerActivity Activity { get; } = new();
}
