namespace SparkAnalytics.Models.Tests.Sessions;

/// <summary>fct_marketing_touches: the sessions that did not come directly.</summary>
public sealed class TouchTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Build_WhenEntryIsNotDirect_GivesATouchWithTheSessionsEntry()
    {
        RawEvent[] raw =
        [
            new() { Timestamp = "2025-03-01T09:00:00Z", PageUrl = "https://shop.test/?utm_source=google&utm_medium=cpc&utm_campaign=Spring" },
            new() { Timestamp = "2025-03-01T09:05:00Z", Referrer = "https://shop.test/" },
            new() { Timestamp = "2025-03-01T23:30:00Z", Referrer = "https://blog.example/" },
        ];

        var touches = ModelsFixture.Rows(new Chain(models, raw, ModelsFixture.Defaults with { TimeZone = "Europe/Berlin" }).Touches, "touch_id");

        Assert.Equal(
            [
                "ann-1 | ann-1 | ann | 2025-03-01 09:00:00.000000Z | 2025-03-01 | Paid Search | utm_paid_search | google | cpc | Spring",
                "ann-2 | ann-2 | ann | 2025-03-01 23:30:00.000000Z | 2025-03-02 | Referral | referrer_other | NULL | NULL | NULL",
            ],
            touches.Select(row => row.Line()));
    }

    [Fact]
    public void Build_WhenEntryIsDirect_GivesNoTouchWhateverComesLater()
    {
        RawEvent[] raw =
        [
            new() { Timestamp = "2025-03-01T09:00:00Z" },
            new() { Timestamp = "2025-03-01T09:05:00Z", Referrer = "https://www.google.com/" },
            new() { ClientId = "bob", PageUrl = "https://shop.test/?utm_source=(direct)", Referrer = "https://www.google.com/" },
            new() { ClientId = null, Referrer = "https://www.google.com/" },
        ];

        Assert.Empty(ModelsFixture.Rows(new Chain(models, raw).Touches));
    }
}
