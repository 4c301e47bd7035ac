using System.Security.Cryptography;
using System.Text;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Models.Tests.Support;

/// <summary>One raw row: a readable page view of one user, unless a test says otherwise.</summary>
public sealed record RawEvent
{
    public static StructType Schema { get; } = new(
        ((string[])["client_id", "clientId", "timestamp", "event_name", "page_url", "referrer", "user_agent", "event_data", "raw_text", "raw_md5", "source_file"])
            .Select(name => new StructField(name, new StringType())));

    public string? ClientId { get; init; } = "ann";

    public string? NewClientId { get; init; }

    public string? Timestamp { get; init; } = "2025-03-01T09:00:00Z";

    public string? EventName { get; init; } = "page_view";

    public string? PageUrl { get; init; }

    public string? Referrer { get; init; }

    public string? UserAgent { get; init; }

    public string? EventData { get; init; }

    /// <summary>The text of an unreadable line; null where the row was read.</summary>
    public string? RawText { get; init; }

    /// <summary>What event_id must be: computed here from the rule, not by the code under test.</summary>
    public string EventId => Md5(RawText ?? string.Join('\u001F', RawColumns.Select(value => value ?? "\u001E")));

    private string?[] RawColumns => [ClientId, NewClientId, Timestamp, EventName, PageUrl, Referrer, UserAgent, EventData];

    public GenericRow ToRow(string sourceFile = "events.csv") => new([.. RawColumns, RawText, RawText is null ? null : EventId, sourceFile]);

    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
}
