using SparkAnalytics.Pipeline;

namespace SparkAnalytics.Jobs.Engines;

/// <summary>Paths on a Spark server: it has another current folder than whoever writes the command.</summary>
internal static class ServerPaths
{
    /// <exception cref="PipelineException">The path is relative.</exception>
    public static void Require(string option, string path)
    {
        if (!path.StartsWith('/') && !path.Contains(":/", StringComparison.Ordinal))
        {
            throw new PipelineException(ExitCode.BadUsage, $"{option} {path}: with --engine spark paths are the server's, so give an absolute one, such as /data/lakehouse or s3a://bucket/lakehouse");
        }
    }
}
