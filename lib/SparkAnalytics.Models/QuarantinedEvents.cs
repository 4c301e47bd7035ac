using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Models;

/// <summary><c>quarantined_events</c>: one row per raw row that could not be staged, with the reason.</summary>
public static class QuarantinedEvents
{
    /// <summary>What the table is.</summary>
    public static TableDefinition Table { get; } = new()
    {
        Name = "quarantined_events",
        Grain = "raw row that could not be staged",
        Meaning = "What was set aside, and why; nothing is lost.",
        Key = ["event_id"],
        Scope = TableScope.Event,
        Columns =
        [
            new("event_id", "md5 of the raw columns, or of the line where it could not be read."),
            new("reason", "line_unreadable, timestamp_missing, timestamp_unreadable, event_name_missing, timestamp_in_future, or bot by the setting bots."),
            new(RawEvents.SourceFile, "The file it came from."),
            new(RawEvents.RawText, "The line, where it could not be read."),
            new("client_id", "Raw client id, as read."),
            new("clientId", "Raw client id under its later name, as read."),
            new("timestamp", "Raw time, as read."),
            new("event_name", "What happened, as read."),
            new("page_url", "The page, as read."),
            new("referrer", "The page before, as read."),
            new("user_agent", "The browser, as read."),
            new("event_data", "One JSON object as text, as read."),
        ],
    };

    /// <summary>Sets aside the checked rows that have a reason against them.</summary>
    /// <param name="checkedEvents">What <see cref="RawEvents.Check"/> gives.</param>
    /// <returns>The declared columns.</returns>
    public static DataFrame SetAside(DataFrame checkedEvents) =>
        checkedEvents
            .Filter(Col("reason").IsNotNull())
            .Select("event_id", ["reason", RawEvents.SourceFile, RawEvents.RawText, .. RawEvents.Columns]);

    /// <summary>The table: exact duplicates once.</summary>
    /// <param name="setAside">What <see cref="SetAside"/> gives.</param>
    /// <returns>The declared columns.</returns>
    public static DataFrame Build(DataFrame setAside) => setAside.DropDuplicates("event_id");
}
