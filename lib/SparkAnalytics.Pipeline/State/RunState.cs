namespace SparkAnalytics.Pipeline.State;

/// <summary>How far a run came; the text in <c>_state/runs</c> is the name in lower case.</summary>
public enum RunState
{
    /// <summary>Noted before the first change.</summary>
    Started,

    /// <summary>Ended well: the versions that it names belong together.</summary>
    Completed,

    /// <summary>Ended without a result.</summary>
    Failed,
}
