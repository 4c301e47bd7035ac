namespace SparkAnalytics.Models.Tests.Sessions;

/// <summary>fct_session_events: where one session ends and the next begins.</summary>
public sealed class SessionBorderTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenGapIsExactlyTheTimeout_StaysInTheSession() => AssertSessions(
        ["09:00:00.000000", "09:30:00.000000", "10:00:00.000000"],
        ["ann-1", "ann-1", "ann-1"]);

    [Fact]
    public void Build_WhenGapIsOneMicrosecondMore_StartsASession() => AssertSessions(
        ["09:00:00.000000", "09:30:00.000001", "10:00:00.000001", "10:30:00.000002"],
        ["ann-1", "ann-2", "ann-2", "ann-3"]);

    [Fact]
    public void Build_WhenMicrosecondsFallOnBothSides_ComparesInstants() => AssertSessions(
        ["09:00:00.999999", "09:30:00.999999", "10:00:00.999999", "10:30:01.000000"],
        ["ann-1", "ann-1", "ann-1", "ann-2"]);

    [Fact]
    public void Build_WhenDigitsPastMicrosecondsDiffer_ComparesWhatIsLeft() => AssertSessions(
        ["09:00:00.0000000", "09:30:00.0000009"],
        ["ann-1", "ann-1"]);

    [Fact]
    public void Build_WhenTimeoutIsSet_CountsBySetting()
    {
        string[] times = ["09:00:00", "09:45:00", "10:30:00.000001"];
        AssertSessions(times, ["ann-1", "ann-1", "ann-2"], ModelsFixture.Defaults with { SessionTimeout = TimeSpan.FromMinutes(45) });
        AssertSessions(
            ["09:00:00", "09:00:00", "09:00:00.000001", "09:00:00.000003"],
            ["ann-1", "ann-1", "ann-1", "ann-2"],
            ModelsFixture.Defaults with { SessionTimeout = TimeSpan.FromMicroseconds(1) });
    }

    [Fact]
    public void Build_WhenEventsAreEqualInTime_AreOneSession() => AssertSessions(
        ["09:00:00", "09:00:00", "09:00:00"],
        ["ann-1", "ann-1", "ann-1"]);

    [Fact]
    public void Build_WhenSessionPassesMidnightOrAnotherZoneIsSet_Continues()
    {
        RawEvent[] raw = [At("2025-03-01T23:45:00Z"), At("2025-03-02T00:10:00Z"), At("2025-03-02T01:30:00+01:00"), At("2025-03-02T01:00:00.000001Z")];

        AssertSessions(raw, ["ann-1", "ann-1", "ann-1", "ann-2"]);
        AssertSessions(raw, ["ann-1", "ann-1", "ann-1", "ann-2"], ModelsFixture.Defaults with { TimeZone = "Asia/Tokyo" });
    }

    [Fact]
    public void Build_WhenClocksChange_CountsElapsedTime()
    {
        RawEvent[] raw = [At("2024-03-31T00:50:00Z"), At("2024-03-31T01:20:00Z"), At("2024-10-27T00:50:00Z"), At("2024-10-27T01:20:00Z")];

        AssertSessions(raw, ["ann-1", "ann-1", "ann-2", "ann-2"], ModelsFixture.Defaults with { TimeZone = "Europe/Berlin" });
    }

    [Fact]
    public void Build_WhenThereAreSeveralUsers_CountsEachAlone()
    {
        RawEvent[] raw =
        [
            At("2025-03-01T09:00:00Z"),
            At("2025-03-01T09:20:00Z") with { ClientId = "bob" },
            At("2025-03-01T09:40:00Z"),
            At("2025-03-01T09:45:00Z") with { ClientId = null, NewClientId = " bob " },
            At("2025-03-01T10:05:00Z"),
            At("2025-03-01T12:00:00Z") with { ClientId = "Ann" },
        ];

        AssertSessions(raw, ["ann-1", "bob-1", "ann-2", "bob-1", "ann-2", "Ann-1"]);
    }

    [Fact]
    public void Build_WhenEventHasNoUser_HasNoSession()
    {
        RawEvent[] raw = [At("2025-03-01T09:00:00Z") with { ClientId = null }, At("2025-03-01T09:00:00Z"), At("2025-03-01T11:00:00Z") with { ClientId = " " }];
        var rows = ModelsFixture.Rows(new Chain(models, raw, channels: ModelsFixture.OneChannel).SessionEvents).ToDictionary(row => row["event_id"]!);

        Assert.Equal(["NULL | NULL", "1 | ann-1", "NULL | NULL"], raw.Select(item => rows[item.EventId].Line("session_seq", "session_id")));
    }

    [Fact]
    public void Build_WhenUserIdHasADash_KeepsIt() => AssertSessions([At("2025-03-01T09:00:00Z") with { ClientId = "a-1" }], ["a-1-1"]);

    [Fact]
    public void Build_WhenTenSessionsPass_CountsThemAsNumbers() => AssertSessions(
        [.. Enumerable.Range(0, 12).Select(hour => $"{hour:D2}:00:00")],
        [.. Enumerable.Range(1, 12).Select(number => $"ann-{number}")]);

    private static RawEvent At(string timestamp) => new() { Timestamp = timestamp };

    private void AssertSessions(IReadOnlyList<string> times, IReadOnlyList<string> expected, AnalyticsSettings? settings = null) =>
        AssertSessions([.. times.Select((time, index) => At($"2025-03-01T{time}Z") with { PageUrl = $"/{index}" })], expected, settings);

    private void AssertSessions(IReadOnlyList<RawEvent> raw, IReadOnlyList<string> expected, AnalyticsSettings? settings = null)
    {
        var rows = ModelsFixture.Rows(new Chain(models, raw, settings, ModelsFixture.OneChannel).SessionEvents).ToDictionary(row => row["event_id"]!);

        Assert.Equal(expected, raw.Select(item => rows[item.EventId]["session_id"]));
    }
}
