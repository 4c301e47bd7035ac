namespace SparkAnalytics.Jobs.Engines;

/// <summary>What an engine may use of the machine; null leaves it to the engine.</summary>
/// <param name="MemoryBytes">Memory in bytes before it spills to disk.</param>
/// <param name="Threads">Threads that work at the same time.</param>
/// <param name="TemporaryFolder">Where it spills to.</param>
/// <param name="OnlyBelow">The one folder that it may read, or null for all.</param>
internal sealed record EngineSettings(long? MemoryBytes = null, int? Threads = null, string? TemporaryFolder = null, string? OnlyBelow = null);
