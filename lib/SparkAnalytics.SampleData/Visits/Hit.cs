namespace SparkAnalytics.SampleData.Visits;

/// <summary>One thing that a visitor did, before the export makes a row of it.</summary>
internal readonly record struct Hit(
    string? ClientId, long Time, string EventName, string PageUrl, string? Referrer, string? UserAgent, string? EventData);
