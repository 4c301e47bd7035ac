using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>Why a row is set aside: each reason, and which of several comes first.</summary>
public sealed class QuarantineReasonTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private const string Future = "2030-01-01T00:00:00Z";

    [Fact]
    public void Check_WhenOneThingIsWrong_NamesIt() => models.AssertChecked(
        "reason",
        [
            (new RawEvent(), null),
            (new RawEvent { RawText = "ann,x\"y,2025" }, "line_unreadable"),
            (new RawEvent { RawText = "" }, "line_unreadable"),
            (new RawEvent { Timestamp = null }, "timestamp_missing"),
            (new RawEvent { Timestamp = "" }, "timestamp_missing"),
            (new RawEvent { Timestamp = " \t\r\n\v\f" }, "timestamp_missing"),
            (new RawEvent { Timestamp = "\u00A0" }, "timestamp_unreadable"),
            (new RawEvent { Timestamp = "soon" }, "timestamp_unreadable"),
            (new RawEvent { EventName = null }, "event_name_missing"),
            (new RawEvent { EventName = "" }, "event_name_missing"),
            (new RawEvent { EventName = " \t\r\n\v\f" }, "event_name_missing"),
            (new RawEvent { EventName = "\u00A0" }, null),
            (new RawEvent { EventName = "null" }, null),
            (new RawEvent { Timestamp = Future }, "timestamp_in_future"),
        ]);

    [Fact]
    public void Check_WhenSeveralThingsAreWrong_NamesTheFirst() => models.AssertChecked(
        "reason",
        [
            (new RawEvent { RawText = "x", Timestamp = null, EventName = null }, "line_unreadable"),
            (new RawEvent { Timestamp = null, EventName = null }, "timestamp_missing"),
            (new RawEvent { Timestamp = "soon", EventName = null }, "timestamp_unreadable"),
            (new RawEvent { Timestamp = Future, EventName = " " }, "event_name_missing"),
        ]);

    [Fact]
    public void Check_WhenBotsAreExcluded_SetsThemAsideAfterAllOtherReasons() => models.AssertChecked(
        "reason",
        [
            (new RawEvent { UserAgent = "curl/8.5.0" }, "bot"),
            (new RawEvent { UserAgent = "Googlebot/2.1" }, "bot"),
            (new RawEvent { UserAgent = "HeadlessChrome/120.0" }, "bot"),
            (new RawEvent { UserAgent = "curl/8.5.0", Timestamp = Future }, "timestamp_in_future"),
            (new RawEvent { UserAgent = "curl/8.5.0", EventName = "" }, "event_name_missing"),
            (new RawEvent { UserAgent = null }, null),
            (new RawEvent { UserAgent = "something else" }, null),
            (new RawEvent { UserAgent = "Roku/DVP-12.5 (12.5.0.4178-88)" }, null),
        ],
        ModelsFixture.Defaults with { Bots = BotHandling.Exclude });

    [Fact]
    public void Check_WhenBotsAreKept_HasNothingAgainstThem() => models.AssertChecked("reason", [(new RawEvent { UserAgent = "curl/8.5.0" }, null)]);

    [Fact]
    public void Check_WhenNothingButTheEventIsKnown_StagesIt() => models.AssertChecked(
        "reason", [(new RawEvent { ClientId = null, EventData = "{broken" }, null)]);

    [Fact]
    public void Check_WhenEventIsMaxFutureAfterTheClock_TakesItAndNothingLater() => models.AssertChecked(
        "reason",
        [
            (new RawEvent { Timestamp = "2025-06-02T00:00:00.000000Z" }, null),
            (new RawEvent { Timestamp = "2025-06-02T00:00:00.0000009Z" }, null),
            (new RawEvent { Timestamp = "2025-06-02T00:00:00.000001Z" }, "timestamp_in_future"),
            (new RawEvent { Timestamp = "2025-06-02T02:00:00+02:00" }, null),
            (new RawEvent { Timestamp = "2025-06-01T23:00:00.000001-01:00" }, "timestamp_in_future"),
        ]);

    [Fact]
    public void Check_WhenMaxFutureIsZero_TakesUpToTheClock() => models.AssertChecked(
        "reason",
        [
            (new RawEvent { Timestamp = "2025-06-01T00:00:00Z" }, null),
            (new RawEvent { Timestamp = "2025-06-01T00:00:00.000001Z" }, "timestamp_in_future"),
        ],
        ModelsFixture.Defaults with { MaxFuture = TimeSpan.Zero });

    [Fact]
    public void Check_WhenTheClockHasMovedOn_TakesWhatWasInTheFuture()
    {
        RawEvent[] raw = [new() { Timestamp = "2025-06-02T00:00:00.000001Z" }];

        var later = models.CheckedRows(raw, ["reason"], clock: new Timestamp(2025, 6, 1, 0, 0, 0, 1));

        Assert.Null(Assert.Single(later)!["reason"]);
    }

    [Fact]
    public void Build_WhenRowHasAReason_DoesNotStageIt()
    {
        RawEvent[] raw = [new() { Timestamp = null }, new() { EventName = "" }, new() { Timestamp = Future }, new() { RawText = "x" }, new()];

        var staged = ModelsFixture.Rows(models.Stage(raw));

        Assert.Equal(raw[4].EventId, Assert.Single(staged)["event_id"]);
    }
}
