namespace SparkAnalytics.Models.Tests.Staging;

/// <summary>event_id: the same for equal rows, another one for all others.</summary>
public sealed class EventIdTests(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    [Fact]
    public void Check_WhenColumnsAreKnown_GivesTheMd5OfTheirJoinedText()
    {
        RawEvent[] raw =
        [
            new() { ClientId = "u1", Timestamp = "2025-03-01T09:30:00Z", EventName = "page_view" },
            new() { ClientId = "", NewClientId = "ü", Timestamp = "x", EventName = "y", PageUrl = "p", Referrer = "r", UserAgent = "a", EventData = "{}" },
        ];

        var ids = models.CheckedIds(raw);

        Assert.Equal(["bf32a5934f910348a4f1f97c723bf73e", "c97dc8fd191ac2371377620c59ab9903"], ids);
    }

    [Fact]
    public void Check_WhenColumnsDifferInAnything_GivesOtherIds()
    {
        RawEvent[] raw =
        [
            new(),
            new() { PageUrl = "" },
            new() { PageUrl = " " },
            new() { Referrer = "" },
            new() { PageUrl = "a", Referrer = "b" },
            new() { PageUrl = "b", Referrer = "a" },
            new() { PageUrl = "ab", Referrer = "" },
            new() { EventData = "\u00E9" },
            new() { EventData = "e\u0301" },
            new() { EventData = "\U0001F600" },
            new() { ClientId = null, NewClientId = "ann" },
            new() { ClientId = null },
        ];

        var rows = models.CheckedIds(raw);

        Assert.Equal(raw.Select(item => item.EventId), rows);
        Assert.Equal(raw.Length, rows.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void Check_WhenLineWasUnreadable_GivesTheMd5OfTheLine()
    {
        var raw = new RawEvent { RawText = "hello", ClientId = null, Timestamp = null, EventName = null };

        Assert.Equal("5d41402abc4b2a76b9719d911017c592", Assert.Single(models.CheckedIds([raw])));
    }

    [Fact]
    public void Build_WhenEveryRawColumnIsEqual_KeepsOneRow()
    {
        RawEvent[] raw = [new(), new(), new() { PageUrl = "" }, new() { Timestamp = "2025-03-01T09:00:00.0Z" }];

        Assert.Equal(3, ModelsFixture.Rows(models.Stage(raw)).Count);
    }
}
