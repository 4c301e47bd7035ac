namespace SparkAnalytics.SampleData;

/// <summary>One raw event of the invented shop: the eight text columns as an export would hold them, and the day of the file that it arrives in. A missing value is null, never the empty text.</summary>
/// <param name="ClientId">Column <c>client_id</c>, the visitor's id before the switch of names.</param>
/// <param name="NewClientId">Column <c>clientId</c>, the visitor's id from the switch on.</param>
/// <param name="Timestamp">Column <c>timestamp</c>, in one of several formats and zones, now and then unreadable.</param>
/// <param name="EventName">Column <c>event_name</c>, from one of two families of names.</param>
/// <param name="PageUrl">Column <c>page_url</c>, with the tags of campaigns on landing pages.</param>
/// <param name="Referrer">Column <c>referrer</c>.</param>
/// <param name="UserAgent">Column <c>user_agent</c>.</param>
/// <param name="EventData">Column <c>event_data</c>, one JSON object as text, now and then malformed.</param>
/// <param name="Day">The day of the file that the row arrives in (UTC); a late row's day is after that of its timestamp.</param>
public sealed record SampleEvent(
    string? ClientId,
    string? NewClientId,
    string? Timestamp,
    string? EventName,
    string? PageUrl,
    string? Referrer,
    string? UserAgent,
    string? EventData,
    DateOnly Day);
