using SparkAnalytics.Pipeline;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>Paths on a Spark server: it has another current folder than whoever writes the command.</summary>
internal static class ServerPaths
{
    /// <summary>Refuses the inputs of an engine on a server that only this machine's current folder would explain.</summary>
    /// <exception cref="PipelineException">A path is relative.</exception>
    public static void RequireOf(EngineSettings engine, IEnumerable<string> inputs)
    {
        foreach (var input in engine.IsHere ? [] : inputs)
        {
            Require("--input", input);
        }
    }

    /// <exception cref="PipelineException">The path is relative.</exception>
    public static void Require(string option, string path)
    {
        if (!path.StartsWith('/') && !path.Contains(":/", StringComparison.Ordinal))
        {
            throw new PipelineException(ExitCode.BadUsage, $"{option} {path}: with --engine spark paths are the server's, so give an absolute one, such as /data/shop or s3a://bucket/shop");
        }
    }
}
