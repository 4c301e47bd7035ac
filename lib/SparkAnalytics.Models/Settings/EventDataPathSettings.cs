namespace SparkAnalytics.Models.Settings;

/// <summary>Key paths into event_data: <c>$</c>, then a point and a key of letters, digits, <c>_</c> and <c>-</c>, once or more (<c>$.order.id</c>).</summary>
public sealed record EventDataPathSettings
{
    /// <summary>Path of transaction_id.</summary>
    public string TransactionId { get; init; } = "$.transaction_id";

    /// <summary>Path of revenue.</summary>
    public string Revenue { get; init; } = "$.revenue";

    /// <summary>Path of utm_source.</summary>
    public string UtmSource { get; init; } = "$.utm_source";

    /// <summary>Path of utm_medium.</summary>
    public string UtmMedium { get; init; } = "$.utm_medium";

    /// <summary>Path of utm_campaign.</summary>
    public string UtmCampaign { get; init; } = "$.utm_campaign";
}
