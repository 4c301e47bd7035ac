namespace SparkAnalytics.Models.Settings;

/// <summary>The three UTM values.</summary>
public enum UtmField
{
    /// <summary>utm_source.</summary>
    Source,

    /// <summary>utm_medium.</summary>
    Medium,

    /// <summary>utm_campaign.</summary>
    Campaign,
}
