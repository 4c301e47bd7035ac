namespace SparkAnalytics.Pipeline.Runs;

/// <summary>One sign of life of a run.</summary>
/// <param name="Step">What is being done: a table's name, or <c>input</c>, <c>report</c>.</param>
/// <param name="State">Begun or done.</param>
/// <param name="Rows">Rows that the step wrote, when done and known.</param>
/// <param name="Elapsed">How long the step took, when done.</param>
public sealed record RunProgress(string Step, RunStepState State, long? Rows = null, TimeSpan? Elapsed = null);

/// <summary>How far a step of a run is.</summary>
public enum RunStepState
{
    /// <summary>It has begun.</summary>
    Started,

    /// <summary>It is done.</summary>
    Finished,
}
