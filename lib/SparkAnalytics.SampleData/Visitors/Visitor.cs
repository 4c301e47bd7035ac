using System.Globalization;

namespace SparkAnalytics.SampleData.Visitors;

/// <summary>The traits of a visitor, computed from the key, so that nothing needs to be kept between visits.</summary>
internal sealed record Visitor(string? ClientId, string? UserAgent, bool IsRobot, EventNames Names)
{
    public static Visitor Of(ulong key)
    {
        var random = new SampleRandom(key);
        var isRobot = random.Chance(150);
        var agent = isRobot ? random.Pick(UserAgents.Robots)
            : random.Chance(60) ? null
            : UserAgents.People.Pick(random);
        var names = random.Chance(6_500) ? EventNames.Storefront : EventNames.TagManager;
        var clientId = random.Chance(110) ? null : NewClientId(random);
        return new Visitor(clientId, agent, isRobot, names);
    }

    public static string NewClientId(SampleRandom random) => string.Create(
        CultureInfo.InvariantCulture, $"{random.Between(100_000_000, 2_147_483_647)}.{random.Between(1_000_000_000, 9_999_999_999)}");
}
