using System.Globalization;
using CsCheck;

namespace SparkAnalytics.Models.Tests.Properties;

/// <summary>The order in which rows arrive changes nothing.</summary>
public sealed class OrderOfRowsProperties(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly Gen<RawEvent> s_event =
        Gen.Select(
            Gen.OneOf<string?>(["ann", "bob", " ann ", null, "", "undefined", " NaN "]),
            Gen.Select(Gen.Int[0, 20], Gen.Int[0, 3], Timestamp),
            Gen.OneOf("page_view", "add_to_cart", "purchase", "checkout_completed"),
            Gen.OneOf<string?>([null, "https://shop.test/", "https://shop.test/?utm_source=google&utm_medium=cpc", "https://shop.test/?utm_medium=email",
                "https://shop.test/?utm_source=&utm_source=bing&UTM_SOURCE=x", "https://shop.test/?amp;utm_source=null#utm_source=facebook"]),
            Gen.OneOf<string?>([null, "https://www.google.com/", "https://www.facebook.com/", "https://shop.test/", "https://www.paypal.com/"]),
            Gen.OneOf<string?>([null, "Mozilla/5.0 (Windows NT 10.0)", "Googlebot/2.1", "curl/8.5.0"]),
            Gen.OneOf<string?>(
                [null, """{"transaction_id":"T1","revenue":10}""", """{"transaction_id":"T1","revenue":9.99}""", """{"transaction_id":"T2","revenue":"1"}""",
                 """{"transaction_id":"T2","revenue":"1.234,50"}""", """{"transaction_id":"null","revenue":1}""", "{broken"]),
            (user, timestamp, name, page, referrer, agent, data) => new RawEvent
            {
                ClientId = user,
                Timestamp = timestamp,
                EventName = name,
                PageUrl = page,
                Referrer = referrer,
                UserAgent = agent,
                EventData = data,
            });

    private static readonly Gen<AnalyticsSettings> s_settings =
        Gen.Select(Gen.Enum<SessionEntry>(), Gen.Enum<OrderTime>(), Gen.Enum<BotHandling>(), Gen.Bool, Gen.Bool, (entry, time, bots, fragment, comma) => ModelsFixture.Defaults with
        {
            AttributionModels = [.. AttributionModelNames.All],
            SessionEntry = entry,
            OrderTime = time,
            Bots = bots,
            UtmFrom = fragment ? [UtmOrigins.PageFragment, UtmOrigins.EventData, UtmOrigins.PageUrl] : ModelsFixture.Defaults.UtmFrom,
            RevenueSeparators = comma ? new() { Decimal = ',', Thousands = '.' } : new(),
        });

    [Fact]
    public void Build_WhenRowsAreShuffledAndSentTwice_GivesTheSameTables() =>
        s_event.Array[1, 60].SelectMany(raw => Gen.Select(Gen.Shuffle(raw.Concat(raw.Take(5)).ToArray()), s_settings, (shuffled, settings) => (raw, shuffled, settings)))
            .Sample(AssertSame, iter: 6, threads: 1);

    // Whole quarters of an hour, so that instants meet, in each way of writing them.
    private static string Timestamp(int step, int form)
    {
        var instant = DateTime.UnixEpoch.AddYears(50).AddMinutes(step * 15);
        var seconds = (instant - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond;
        return form switch
        {
            0 => string.Create(CultureInfo.InvariantCulture, $"{instant:yyyy-MM-dd HH:mm:ss}"),
            1 => string.Create(CultureInfo.InvariantCulture, $"{instant.AddHours(2):yyyy-MM-ddTHH:mm:ss}+0200"),
            2 => string.Create(CultureInfo.InvariantCulture, $"{seconds}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{seconds}000"),
        };
    }

    private void AssertSame((RawEvent[] Raw, RawEvent[] Shuffled, AnalyticsSettings Settings) given)
    {
        var expected = new Chain(models, given.Raw, given.Settings).Tables;
        var actual = new Chain(models, given.Shuffled, given.Settings).Tables;

        Assert.All(expected.Keys, name => Assert.Equal(Lines(expected[name]), Lines(actual[name])));
    }

    private static IEnumerable<string> Lines(Sql.DataFrame table) => ModelsFixture.Rows(table).Select(row => row.Line()).Order(StringComparer.Ordinal);
}
