namespace SparkAnalytics.Pipeline;

/// <summary>How the program ends; an interface that orchestrators rely on.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>A fault of the program.</summary>
    InternalError = 1,

    /// <summary>A wrong option, argument or setting.</summary>
    BadUsage = 2,

    /// <summary>Input that is missing or cannot be read.</summary>
    BadInput = 3,

    /// <summary>Somebody else holds the lakehouse's lock or wrote at the same time.</summary>
    Locked = 4,

    /// <summary>The input is no load (every row would be set aside); nothing was changed.</summary>
    GateFailed = 5,

    /// <summary>The engine or the storage is out of reach or full: try again later.</summary>
    Unavailable = 6,

    /// <summary>Stopped by SIGINT (Ctrl+C).</summary>
    Interrupted = 130,

    /// <summary>Stopped by SIGTERM.</summary>
    Terminated = 143,
}
