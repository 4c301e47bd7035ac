namespace SparkAnalytics.Pipeline.Runs;

/// <summary>How far a step of a run is.</summary>
public enum RunStepState
{
    /// <summary>It has begun.</summary>
    Started,

    /// <summary>It is done.</summary>
    Finished,
}
