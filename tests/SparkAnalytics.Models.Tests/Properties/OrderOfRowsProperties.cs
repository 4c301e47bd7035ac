using CsCheck;

namespace SparkAnalytics.Models.Tests.Properties;

/// <summary>The order in which rows arrive changes nothing.</summary>
public sealed class OrderOfRowsProperties(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly Gen<RawEvent> s_event =
        Gen.Select(
            Gen.OneOf<string?>(["ann", "bob", " ann ", null, ""]),
            Gen.Int[0, 20],
            Gen.OneOf("page_view", "add_to_cart", "purchase", "checkout_completed"),
            Gen.OneOf<string?>([null, "https://shop.test/", "https://shop.test/?utm_source=google&utm_medium=cpc", "https://shop.test/?utm_medium=email"]),
            Gen.OneOf<string?>([null, "https://www.google.com/", "https://www.facebook.com/", "https://shop.test/"]),
            Gen.OneOf<string?>(
                [null, """{"transaction_id":"T1","revenue":10}""", """{"transaction_id":"T1","revenue":9.99}""", """{"transaction_id":"T2","revenue":"1"}""", "{broken"]),
            (user, step, name, page, referrer, data) => new RawEvent
            {
                ClientId = user,
                Timestamp = DateTime.UnixEpoch.AddYears(50).AddMinutes(step * 15).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture),
                EventName = name,
                PageUrl = page,
                Referrer = referrer,
                EventData = data,
            });

    [Fact]
    public void Build_WhenRowsAreShuffledAndSentTwice_GivesTheSameTables() =>
        s_event.Array[1, 60].SelectMany(raw => Gen.Shuffle(raw.Concat(raw.Take(5)).ToArray()).Select(shuffled => (raw, shuffled)))
            .Sample(AssertSame, iter: 3, threads: 1);

    private void AssertSame((RawEvent[] Raw, RawEvent[] Shuffled) given)
    {
        var settings = ModelsFixture.Defaults with { AttributionModels = [.. AttributionModelNames.All] };
        var expected = new Chain(models, given.Raw, settings).Tables;
        var actual = new Chain(models, given.Shuffled, settings).Tables;

        Assert.All(expected.Keys, name => Assert.Equal(Lines(expected[name]), Lines(actual[name])));
    }

    private static IEnumerable<string> Lines(Sql.DataFrame table) => ModelsFixture.Rows(table).Select(row => row.Line()).Order(StringComparer.Ordinal);
}
