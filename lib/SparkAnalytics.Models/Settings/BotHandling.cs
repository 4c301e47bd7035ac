namespace SparkAnalytics.Models.Settings;

/// <summary>What becomes of the events of bots, headless browsers and libraries.</summary>
public enum BotHandling
{
    /// <summary>They are staged like all others.</summary>
    Keep,

    /// <summary>They are set aside in quarantined_events.</summary>
    Exclude,
}
