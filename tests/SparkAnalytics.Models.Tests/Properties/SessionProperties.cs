using CsCheck;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Models.Tests.Properties;

/// <summary>Sessions part each user's events exactly where a gap is longer than the timeout.</summary>
public sealed class SessionProperties(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private const long Timeout = 30L * 60 * 1_000_000;

    private static readonly StructType s_schema = new(
        [new StructField("user_id", new StringType()), new StructField("event_ts", new TimestampType()), new StructField("event_id", new StringType())]);

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
        var at = 1_700_000_000_000_000L;
        var raw = steps.Select((step, index) => new GenericRow([step.User, Timestamp.FromUnixMicroseconds(at += step.Gap), $"{index * 37 % 101:D3}"]));
        var rows = ModelsFixture.Rows(FctSessionEvents.Build(models.Spark.CreateDataFrame(raw, s_schema), ModelsFixture.Defaults));

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

    private static long Microseconds(TableRow row) => row.As<Timestamp>("event_ts").UnixMicroseconds;
}
