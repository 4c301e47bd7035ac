namespace SparkAnalytics.SampleData.Visits;

/// <summary>Whether and when a visitor comes back: more often with something left in the cart, mostly within a few days, some after the usual attribution window.</summary>
internal static class ReturnPlan
{
    private const long Minute = 60_000;

    private static readonly Weighted<(long FirstMinute, long LastMinute)> _pauses = new(
    [
        (22, (90, 720)),
        (38, (721, 3 * 1440)),
        (25, (3 * 1440, 7 * 1440)),
        (15, (7 * 1440, 20 * 1440)),
    ]);

    public static Visit? Next(Visit visit, VisitStage stage, SampleRandom random)
    {
        var chance = stage switch
        {
            VisitStage.Looked => 2_800,
            VisitStage.FilledCart => 5_500,
            VisitStage.Bought => 1_500,
            _ => 0,
        };
        if (!random.Chance(chance))
        {
            return null;
        }

        var (first, last) = _pauses.Pick(random);
        var pauseMilliseconds = random.Between(first * Minute, last * Minute);
        return visit with { Start = (visit.Start / 1000 * 1000) + (pauseMilliseconds * 1000), Number = visit.Number + 1 };
    }
}
