using System.Globalization;
using SparkAnalytics.SampleData;

namespace SparkAnalytics.Pipeline.Tests.Support;

/// <summary>
/// Raw rows of many small groups of users that have nothing to do with one another, dealt out to runs: each group is a history of its own, all cost one sequence of runs. Instants lie
/// on a grid of ten minutes, so that ties and gaps of exactly the session timeout are frequent, in bursts up to three weeks apart; rows come late, early, twice, or long after the end.
/// </summary>
internal sealed class RandomHistory
{
    private static readonly DateTimeOffset s_first = new(2025, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly string?[] s_pages =
    [
        null, "https://shop.example/", "https://shop.example/?utm_source=google&utm_medium=cpc&utm_campaign=spring", "https://shop.example/?utm_source=mail&utm_medium=email", "https://shop.example/sale",
        "https://shop.example/?gclid=Cj0KCQ", "https://shop.example/sale?utm_source=facebook&utm_medium=cpc&fbclid=IwAR0",
    ];

    private static readonly string?[] s_referrers = [null, null, "https://www.google.com/", "https://www.facebook.com/", "https://shop.example/", "https://blog.example.org/post"];

    private readonly Random _random;

    /// <summary>Makes a history.</summary>
    /// <param name="seed">The same seed gives the same rows.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="runs">How many runs.</param>
    public RandomHistory(int seed, int groups, int runs)
    {
        _random = new Random(seed);
        Runs = [.. Enumerable.Range(0, runs).Select(_ => new List<SampleEvent>())];

        // Clocks rise by up to ten days, from the middle of what happens on, so that some rows are in the future of the first runs.
        var clock = s_first.AddDays(10);
        Clocks = [.. Enumerable.Range(0, runs).Select(_ => clock = clock.AddHours(_random.Next(0, 240)))];
        for (var group = 0; group < groups; group++)
        {
            Add(group.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The rows of each run; none where chance left a run without rows.</summary>
    public IReadOnlyList<List<SampleEvent>> Runs { get; }

    /// <summary>The clock of each run.</summary>
    public IReadOnlyList<DateTimeOffset> Clocks { get; }

    private void Add(string group)
    {
        var bursts = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => s_first.AddMinutes(10 * _random.Next(0, 21 * 144))).ToList();

        // A group mostly comes in order, with some rows late; some groups come in any order.
        var isOrdered = _random.Next(3) > 0;
        var instants = Enumerable.Range(0, _random.Next(3, 25)).Select(_ => Pick(bursts).AddMinutes(10 * _random.Next(0, 14))).Order().ToList();
        for (var index = 0; index < instants.Count; index++)
        {
            var row = Row(group, instants[index]);
            var run = isOrdered && _random.Next(6) > 0 ? index * Runs.Count / instants.Count : _random.Next(Runs.Count);
            Runs[run].Add(row);
            if (_random.Next(8) == 0)
            {
                Runs[_random.Next(Runs.Count)].Add(row);
            }
        }
    }

    private SampleEvent Row(string group, DateTimeOffset at)
    {
        var user = $"u{group}{"abc"[_random.Next(3)]}";
        var row = new SampleEvent(
            user,
            null,
            at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Pick(["page_view", "page_view", "add_to_cart", "begin_checkout"]),
            Pick(s_pages),
            Pick(s_referrers),
            Pick([null, "Mozilla/5.0 (Windows NT 10.0)", "Mozilla/5.0 (iPhone)", "Googlebot/2.1"]),
            null,
            DateOnly.FromDateTime(at.UtcDateTime));
        if (_random.Next(4) == 0)
        {
            var revenue = Pick(["null", "10", "12.5", "\"19.99\"", "-3", "\"ten\""]);
            row = row with { EventName = "purchase", EventData = $$"""{"transaction_id":"t{{group}}-{{_random.Next(3)}}","revenue":{{revenue}}}""" };
        }

        return _random.Next(16) switch
        {
            0 => row with { ClientId = null },
            1 => row with { ClientId = null, NewClientId = user },
            2 => row with { ClientId = "undefined", NewClientId = user },
            3 => row with { Timestamp = null },
            4 => row with { EventName = " " },
            5 => row with { Timestamp = at.AddDays(_random.Next(0, 30)).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture) },
            6 => row with { EventData = "{broken" },
            _ => row,
        };
    }

    private T Pick<T>(IReadOnlyList<T> choices) => choices[_random.Next(choices.Count)];
}
