using CsCheck;

namespace SparkAnalytics.Models.Tests.Properties;

/// <summary>Sessions part each user's events exactly where a gap is longer than the timeout.</summary>
public sealed class SessionProperties(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private const long Timeout = 30L * 60 * 1_000_000;

    private static readonly Gen<(string? User, long Gap)[]> s_steps =
        Gen.Select(
                Gen.OneOf<string?>(["ann", "bob", "cat", null]),
                Gen.Frequency(
                    (3, Gen.OneOf(0L, 1L, Timeout - 1, Timeout, Timeout + 1)),
                    (1, Gen.Long[0, 3 * Timeout])))
            .Array[1, 40];

    [Fact]
    public void Build_WhenEventsAreRandom_PartsThemAtLongGapsOnly() =>
        s_steps.Sample(AssertPartition, iter: 25, threads: 1);

    private void AssertPartition((string? User, long Gap)[] steps)
    {
        var at = DateTime.UnixEpoch.AddYears(50);
        var raw = steps.Select((step, index) => new RawEvent
        {
            ClientId = step.User,
            Timestamp = (at += TimeSpan.FromMicroseconds(step.Gap)).ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture),
            PageUrl = $"/{index}",
        });
        var rows = ModelsFixture.Rows(FctSessionEvents.Build(models.Stage(raw), ModelsFixture.Defaults).Select("user_id", "event_ts", "event_id", "session_seq", "session_id"));

        Assert.Equal(steps.Length, rows.Count);
        Assert.All(rows.Where(row => row["user_id"] is null), row => Assert.Equal("NULL | NULL", row.Line("session_seq", "session_id")));
        foreach (var user in rows.Where(row => row["user_id"] is not null).GroupBy(row => row["user_id"]))
        {
            AssertNumbers([.. user.OrderBy(row => row.Line("event_ts", "event_id"), StringComparer.Ordinal)]);
        }
    }

    private static void AssertNumbers(IReadOnlyList<TableRow> ofUser)
    {
        var number = 1;
        for (var index = 0; index < ofUser.Count; index++)
        {
            var gap = index == 0 ? 0 : Microseconds(ofUser[index]) - Microseconds(ofUser[index - 1]);
            number += gap > Timeout ? 1 : 0;
            Assert.Equal($"{number} | {ofUser[index]["user_id"]}-{number}", ofUser[index].Line("session_seq", "session_id"));
        }
    }

    private static long Microseconds(TableRow row) => row.As<Sql.Types.Timestamp>("event_ts").UnixMicroseconds;
}
