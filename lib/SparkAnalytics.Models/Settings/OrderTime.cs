namespace SparkAnalytics.Models.Settings;

/// <summary>Which of an order's events says when it was made.</summary>
public enum OrderTime
{
    /// <summary>The latest.</summary>
    Latest,

    /// <summary>The earliest, for shops whose thank-you page is loaded again later.</summary>
    Earliest,
}
