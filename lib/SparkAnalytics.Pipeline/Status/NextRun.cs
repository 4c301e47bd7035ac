using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Status;

/// <summary>What the next <c>run</c> does about a run without a result, in a sentence.</summary>
internal static class NextRun
{
    /// <summary>The sentence.</summary>
    /// <param name="kind">What the run does.</param>
    /// <param name="state">How it stands.</param>
    /// <param name="isFirst">Whether no run has completed.</param>
    public static string About(RunKind kind, UnfinishedState state, bool isFirst) => (state, kind) switch
    {
        (UnfinishedState.AtWork, _) => "A run that starts before it has ended is refused with exit code 4, or waits with --wait-lock.",
        _ when isFirst => "The next run is a rebuild of its own input and replaces what it wrote.",
        (UnfinishedState.Interrupted, RunKind.Run) => "The next run takes back what it wrote and loads what it was to load.",
        (UnfinishedState.Failed, RunKind.Run) => "The next run takes back what it wrote and loads what is new in its own input.",
        (_, RunKind.Optimize) => "The next run leaves what it wrote, which altered no row.",
        (_, RunKind.Recompute) => "The next run takes back what it wrote; with --rebuild-changed it is repeated.",
        _ => "The next run takes back what it wrote and does not repeat it: rebuild again where it is still wanted.",
    };
}
