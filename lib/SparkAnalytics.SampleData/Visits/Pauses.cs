namespace SparkAnalytics.SampleData.Visits;

/// <summary>The time between two things that a visitor does: mostly seconds to minutes, now and then a tab left open, some of them right at the usual session timeout.</summary>
internal static class Pauses
{
    private const long Millisecond = 1_000;

    /// <summary>Microseconds.</summary>
    public static long BetweenHits(SampleRandom random) => random.Below(1000) switch
    {
        < 700 => random.Between(4_000, 75_000) * Millisecond,
        < 930 => random.Between(75_000, 360_000) * Millisecond,
        < 975 => random.Between(360_000, 1_700_000) * Millisecond,
        < 977 => 1_800 * Instants.Second,
        < 978 => (1_800 * Instants.Second) + 1,
        < 990 => random.Between(1_900_000, 7_200_000) * Millisecond,
        _ => 0,
    };
}
