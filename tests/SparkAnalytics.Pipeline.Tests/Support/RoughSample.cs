using System.Globalization;
using SparkAnalytics.SampleData;

namespace SparkAnalytics.Pipeline.Tests.Support;

/// <summary>The sample with more of the oddities that it has too little of.</summary>
internal static class RoughSample
{
    /// <summary>The sample's rows, some of them altered or with a twin; equal options and states of <paramref name="random"/> give equal rows.</summary>
    public static List<SampleEvent> Rows(SampleOptions options, Random random) => [.. SampleEvents.Generate(options).SelectMany(row => Roughened(row, random))];

    /// <summary>Now and then gives a row what the sample has too little of: a twin at its instant with a source, a placeholder for an id, repeated UTM names, a bot.</summary>
    private static IEnumerable<SampleEvent> Roughened(SampleEvent row, Random random) => random.Next(30) switch
    {
        0 => [row, row with { EventName = "session_start", Referrer = "https://www.google.com/", EventData = null }],
        1 => [row with { ClientId = "(not set)" }],
        2 => [row with { PageUrl = "https://shop.example/?utm_source=&utm_source=bing&UTM_SOURCE=x#utm_source=facebook" }],
        3 => [row with { PageUrl = "https://shop.example/#utm_source=facebook&utm_medium=cpc" }],
        4 => [row with { UserAgent = "Googlebot/2.1" }],
        5 => [row with { Timestamp = (1_740_787_200L + random.Next(200_000)).ToString(CultureInfo.InvariantCulture) }],
        6 => [row with { EventName = "purchase", EventData = $$"""{"transaction_id":"R{{random.Next(9)}}","revenue":"1.234,50"}""" }],
        _ => [row],
    };
}
