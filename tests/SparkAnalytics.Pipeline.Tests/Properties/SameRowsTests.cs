using System.Collections.Immutable;
using CsCheck;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.SampleData;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests.Properties;

/// <summary>The tables depend on the raw rows alone: not on their order, files, formats, threads, file sizes or rewrites.</summary>
public sealed class SameRowsTests : IDisposable
{
    private const string AllModels = "attribution_models=[first_click,last_click,linear,position_based,time_decay]";

    private static readonly DateTimeOffset s_clock = new(2025, 3, 3, 6, 0, 0, TimeSpan.Zero);

    private static readonly Gen<Func<AnalyticsSettings, AnalyticsSettings>> s_analytics = Gen.Select(
        Gen.Enum<SessionEntry>(), Gen.Enum<OrderTime>(), Gen.Enum<BotHandling>(), Gen.Bool, Gen.Bool, (entry, time, bots, fragment, comma) =>
            new Func<AnalyticsSettings, AnalyticsSettings>(given => given with
            {
                SessionEntry = entry,
                OrderTime = time,
                Bots = bots,
                UtmFrom = fragment ? [.. given.UtmFrom, UtmOrigins.PageFragment] : given.UtmFrom,
                RevenueSeparators = comma ? new() { Decimal = ',', Thousands = '.' } : given.RevenueSeparators,
            }));

    private readonly TestLakehouse _one = new(new EmbeddedEngineOptions { Threads = 1 }, AllModels);
    private readonly TestLakehouse _two = new(new EmbeddedEngineOptions { Threads = 2 }, AllModels);
    private readonly TestLakehouse _plain = new(new EmbeddedEngineOptions { Threads = 2, UseRewrites = false }, AllModels);

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
        _plain.Dispose();
    }

    [Fact]
    public void Rebuild_OfTheSameRowsInOtherFilesOrdersAndFormats_GivesTheSameTables()
    {
        var number = 0;
        Gen.Select(Gen.ULong, Gen.Int[50, 1_500], Gen.Int[1, 4], Gen.Int[0, 3].Array[1, 5], s_analytics).Sample(
            (seed, events, days, formats, analytics) =>
            {
                var random = new Random(unchecked((int)seed));
                var rows = RoughSample.Rows(new SampleOptions(events, seed, new DateOnly(2025, 3, 1), days), random);
                var name = $"case-{number++}";
                SplitInput.Write(_one, name + "/all", 0, rows);
                Scatter(_two, name, seed, formats, rows);
                var expected = Build(_one, name, analytics);

                TableRows.AssertSame(expected, Build(_two, name, analytics));
                if (number == 1)
                {
                    Scatter(_plain, name, seed + 1, formats, rows);
                    TableRows.AssertSame(expected, Build(_plain, name, analytics));
                }

                AssertRules(new Lakehouse(_one.Spark, _one.In(name + "-lakehouse"), _one.Settings, TimeProvider.System));
            },
            iter: 3,
            threads: 1);
    }

    /// <summary>Shuffles the rows, sends some of them twice, and deals them out to files.</summary>
    private static void Scatter(TestLakehouse test, string name, ulong seed, int[] formats, List<SampleEvent> rows)
    {
        var random = new Random(unchecked((int)seed));
        var sent = rows.Concat(rows.Where(_ => random.Next(10) == 0)).ToArray();
        random.Shuffle(sent);
        var files = sent.GroupBy(_ => random.Next(formats.Length)).ToList();
        foreach (var file in files)
        {
            SplitInput.Write(test, $"{name}/{file.Key}", formats[file.Key], [.. file]);
        }
    }

    private static ImmutableSortedDictionary<string, ImmutableList<string>> Build(TestLakehouse test, string name, Func<AnalyticsSettings, AnalyticsSettings> analytics)
    {
        // Far below what users may set: many files a table, as far as the engine's row groups allow.
        var settings = test.Settings with { Analytics = analytics(test.Settings.Analytics) with { Files = new() { TargetFileSize = 1024 } } };
        var lakehouse = new Lakehouse(test.Spark, test.In(name + "-lakehouse"), settings, TimeProvider.System);
        lakehouse.Rebuild(new RebuildRequest([test.In(name)]) { Now = s_clock }, null, CancellationToken.None);
        return TableRows.All(lakehouse);
    }

    private static void AssertRules(Lakehouse lakehouse)
    {
        long Wrong(string sql) => lakehouse.Query($"select count(*) from ({sql})", RunSelector.Latest).Collect().Single().GetAs<long>(0);

        Assert.Equal(0, Wrong("select session_id from fct_session_events where session_id is not null group by 1 having count(distinct user_id) > 1"));
        Assert.Equal(0, Wrong("select 1 from fct_session_events where (user_id is null) <> (session_id is null)"));
        Assert.Equal(0, Wrong("select user_id, sum(event_count) from fct_sessions group by 1 except select user_id, total_events from dim_users"));
        Assert.Equal(0, Wrong("select order_id, model from fct_order_attribution group by all having sum(credit) <> 1 or sum(attributed_revenue) <> max(revenue) or (sum(attributed_revenue) is null) <> (max(revenue) is null)"));
    }
}
