namespace SparkAnalytics.Models.Settings;

/// <summary>Which event of a session says where the visit came from.</summary>
public enum SessionEntry
{
    /// <summary>The first.</summary>
    FirstEvent,

    /// <summary>The first whose channel is not Direct, where the session has one.</summary>
    FirstWithSource,
}
