namespace SparkAnalytics.Models.Tests.Sessions;

/// <summary>fct_sessions: what a visit was, by its first event.</summary>
public sealed class SessionEntryTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private const string Phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1";

    [Fact]
    public void Build_WhenSessionHasSeveralEvents_TakesItsEntryFromTheFirst()
    {
        RawEvent[] raw =
        [
            new() { Timestamp = "2025-03-01T09:10:00Z", EventName = "add_to_cart", PageUrl = "https://shop.test/b", Referrer = "https://shop.test/a" },
            new()
            {
                Timestamp = "2025-03-01T09:00:00.000001Z", EventName = "landing", PageUrl = "https://shop.test/a?utm_source=Google&utm_medium=cpc&utm_campaign=Spring",
                Referrer = "https://www.google.com/", UserAgent = Phone,
            },
            new() { Timestamp = "2025-03-01T09:30:00Z", Referrer = "https://www.facebook.com/" },
        ];

        var session = Assert.Single(ModelsFixture.Rows(new Chain(models, raw).Sessions));

        Assert.Equal(
            "ann-1 | ann | 1 | 2025-03-01 09:00:00.000001Z | 2025-03-01 09:30:00.000000Z | 2025-03-01 | 3 | landing | https://shop.test/a?utm_source=Google&utm_medium=cpc&utm_campaign=Spring"
            + " | https://www.google.com/ | Paid Search | utm_paid_search | Google | cpc | Spring | Mobile",
            session.Line());
    }

    [Fact]
    public void Build_WhenFirstEventHasNulls_KeepsThemAndDoesNotLookFurther()
    {
        RawEvent[] raw =
        [
            new() { Timestamp = "2025-03-01T09:00:00Z" },
            new() { Timestamp = "2025-03-01T09:00:01Z", PageUrl = "https://shop.test/?utm_source=google", Referrer = "https://www.google.com/", UserAgent = Phone },
        ];

        var session = Assert.Single(ModelsFixture.Rows(new Chain(models, raw).Sessions));

        Assert.Equal(
            "ann-1 | ann | 1 | 2025-03-01 09:00:00.000000Z | 2025-03-01 09:00:01.000000Z | 2025-03-01 | 2 | page_view | NULL | NULL | Direct | referrer_none | NULL | NULL | NULL | Unknown",
            session.Line());
    }

    [Fact]
    public void Build_WhenFirstEventsAreEqualInTime_TakesTheOneWithTheLowestEventId()
    {
        var raw = Enumerable.Range(0, 10).Select(index => new RawEvent { EventName = $"event_{index}", Timestamp = "2025-03-01T09:00:00.5Z" }).ToList();
        var first = raw.MinBy(item => item.EventId, StringComparer.Ordinal)!;

        var session = Assert.Single(ModelsFixture.Rows(new Chain(models, raw).Sessions));

        Assert.Equal($"{first.EventName} | 10", session.Line("entry_event_name", "event_count"));
    }

    [Fact]
    public void Build_WhenFirstEventsAreEqualInTime_TakesOneWithASourceBeforeThoseWithout()
    {
        var direct = Enumerable.Range(0, 10).Select(index => new RawEvent { EventName = $"direct_{index}" });
        var sourced = Enumerable.Range(0, 3).Select(index => new RawEvent { EventName = $"sourced_{index}", Referrer = "https://www.google.com/" }).ToList();
        RawEvent[] raw =
        [
            .. direct, .. sourced,
            new() { ClientId = "bob", EventName = "earlier", Timestamp = "2025-03-01T08:59:59.999999Z" },
            new() { ClientId = "bob", EventName = "later", Referrer = "https://www.google.com/" },
        ];
        var first = sourced.MinBy(item => item.EventId, StringComparer.Ordinal)!;

        var sessions = ModelsFixture.Rows(new Chain(models, raw).Sessions, "session_id");

        Assert.Equal(
            [$"ann-1 | {first.EventName} | Organic Search | 13", "bob-1 | earlier | Direct | 2"],
            sessions.Select(row => row.Line("session_id", "entry_event_name", "entry_channel", "event_count")));
    }

    [Fact]
    public void Build_WhenEntryIsTheFirstWithSource_TakesWhereItCameFromThereAndAllElseFromTheFirstEvent()
    {
        RawEvent[] raw =
        [
            new() { EventName = "start", PageUrl = "https://shop.test/a", UserAgent = Phone },
            new() { EventName = "view", PageUrl = "https://shop.test/b?utm_medium=email&utm_campaign=May", Referrer = "https://mail.test/", Timestamp = "2025-03-01T09:01:00Z" },
            new() { EventName = "view", Referrer = "https://www.google.com/", Timestamp = "2025-03-01T09:02:00Z" },
            new() { EventName = "view", Referrer = "https://www.google.com/", Timestamp = "2025-03-01T10:00:00Z" },
            new() { ClientId = "bob", EventName = "start", Referrer = "https://shop.test/", PageUrl = "https://shop.test/" },
            new() { ClientId = "bob", EventName = "view", Timestamp = "2025-03-01T09:01:00Z" },
        ];

        var sessions = ModelsFixture.Rows(new Chain(models, raw, ModelsFixture.Defaults with { SessionEntry = SessionEntry.FirstWithSource }).Sessions, "session_id");

        Assert.Equal(
            [
                "ann-1 | 2025-03-01 09:00:00.000000Z | start | https://shop.test/a | https://mail.test/ | Email | utm_mail | NULL | email | May | Mobile | 3",
                "ann-2 | 2025-03-01 10:00:00.000000Z | view | NULL | https://www.google.com/ | Organic Search | referrer_search | NULL | NULL | NULL | Unknown | 1",
                "bob-1 | 2025-03-01 09:00:00.000000Z | start | https://shop.test/ | https://shop.test/ | Direct | referrer_internal | NULL | NULL | NULL | Unknown | 2",
            ],
            sessions.Select(row => row.Line(
                "session_id", "session_start_ts", "entry_event_name", "entry_page_url", "entry_referrer", "entry_channel", "entry_channel_rule", "entry_utm_source", "entry_utm_medium",
                "entry_utm_campaign", "device_type", "event_count")));
    }

    [Fact]
    public void Build_WhenUserHasSeveralSessions_GivesOneRowForEach()
    {
        RawEvent[] raw =
        [
            new() { Timestamp = "2025-03-01T09:00:00Z" },
            new() { Timestamp = "2025-03-01T09:30:00Z" },
            new() { Timestamp = "2025-03-01T10:00:00.000001Z" },
            new() { ClientId = "bob", Timestamp = "2025-03-01T09:15:00Z" },
            new() { ClientId = null, Timestamp = "2025-03-01T09:20:00Z" },
        ];

        var sessions = ModelsFixture.Rows(new Chain(models, raw).Sessions, "session_id");

        Assert.Equal(
            [
                "ann-1 | ann | 1 | 2025-03-01 09:00:00.000000Z | 2025-03-01 09:30:00.000000Z | 2",
                "ann-2 | ann | 2 | 2025-03-01 10:00:00.000001Z | 2025-03-01 10:00:00.000001Z | 1",
                "bob-1 | bob | 1 | 2025-03-01 09:15:00.000000Z | 2025-03-01 09:15:00.000000Z | 1",
            ],
            sessions.Select(row => row.Line("session_id", "user_id", "session_seq", "session_start_ts", "session_end_ts", "event_count")));
    }

    [Fact]
    public void Build_WhenTimeZoneIsSet_TakesTheDateOfTheStartThere()
    {
        RawEvent[] raw = [new() { Timestamp = "2025-03-01T22:50:00Z" }, new() { Timestamp = "2025-03-01T23:10:00Z" }, new() { Timestamp = "2025-03-02T23:00:00Z" }];
        var chain = new Chain(models, raw, ModelsFixture.Defaults with { TimeZone = "Europe/Berlin" });

        Assert.Equal(["ann-1 | 2025-03-01", "ann-2 | 2025-03-03"], ModelsFixture.Rows(chain.Sessions, "session_id").Select(row => row.Line("session_id", "session_date")));
        Assert.Equal(["2025-03-01", "2025-03-02", "2025-03-03"], ModelsFixture.Rows(chain.SessionEvents, "event_ts").Select(row => row["event_date"]));
    }

    [Fact]
    public void Build_WhenEventsHaveSessions_KeepAllColumnsOfTheirStaging()
    {
        RawEvent[] raw = [new() { EventData = """{"transaction_id":"T1","revenue":2.5}""", EventName = "purchase", Referrer = "https://www.google.com/" }];
        var chain = new Chain(models, raw);

        Assert.Equal(
            $"{Assert.Single(ModelsFixture.Rows(chain.Events)).Line()} | 1 | ann-1",
            Assert.Single(ModelsFixture.Rows(chain.SessionEvents)).Line());
    }
}
