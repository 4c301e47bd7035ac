namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>event_date: the calendar day of the instant in the setting time_zone.</summary>
public sealed class EventDateTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenTimeZoneIsUtc_TakesTheDayOfTheInstant() => AssertDates(
        "UTC",
        ("2025-03-01T00:00:00Z", "2025-03-01"),
        ("2025-03-01T23:59:59.999999Z", "2025-03-01"),
        ("2025-03-01T00:30:00+01:00", "2025-02-28"),
        ("2025-03-01T23:30:00-01:00", "2025-03-02"));

    [Fact]
    public void Build_WhenTimeZoneIsAnother_TakesTheDayThere()
    {
        AssertDates(
            "Europe/Berlin",
            ("2025-03-01T22:59:59.999999Z", "2025-03-01"),
            ("2025-03-01T23:00:00Z", "2025-03-02"),
            ("2025-03-29T22:59:59Z", "2025-03-29"),
            ("2025-03-30T21:59:59.999999Z", "2025-03-30"),
            ("2025-03-30T22:00:00Z", "2025-03-31"),
            ("1970-01-01T00:00:00Z", "1970-01-01"));
        AssertDates(
            "America/Los_Angeles",
            ("2025-03-01T07:59:59.999999Z", "2025-02-28"),
            ("2025-03-01T08:00:00Z", "2025-03-01"),
            ("1970-01-01T00:00:00Z", "1969-12-31"));
        AssertDates("Asia/Kathmandu", ("2025-03-01T18:14:59.999999Z", "2025-03-01"), ("2025-03-01T18:15:00Z", "2025-03-02"));
        AssertDates("Pacific/Kiritimati", ("2025-03-01T09:59:59Z", "2025-03-01"), ("2025-03-01T10:00:00Z", "2025-03-02"));
    }

    [Fact]
    public void Build_WhenTimeZoneIsAnother_KeepsTheInstant() => models.AssertStaged(
        "event_ts",
        [(new RawEvent { Timestamp = "2025-03-01T23:30:00Z" }, "2025-03-01 23:30:00.000000Z")],
        ModelsFixture.Defaults with { TimeZone = "Asia/Tokyo" });

    private void AssertDates(string timeZone, params IEnumerable<(string Timestamp, string? Expected)> cases) =>
        models.AssertStaged(
            "event_date",
            [.. cases.Select(item => (new RawEvent { Timestamp = item.Timestamp }, item.Expected))],
            ModelsFixture.Defaults with { TimeZone = timeZone });
}
