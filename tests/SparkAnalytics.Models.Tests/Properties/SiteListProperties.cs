using System.Text.RegularExpressions;
using CsCheck;

namespace SparkAnalytics.Models.Tests.Properties;

/// <summary>Lists of sites that hold and except hosts above, below and beside one another: the first list that holds a host and does not except it decides.</summary>
public sealed class SiteListProperties(ModelsFixture models) : IClassFixture<ModelsFixture>
{
    private static readonly string[] s_labels = ["a", "b", "uk", "de", "co", "com", "cat"];

    private static readonly Gen<SiteList> s_lists =
        Gen.Select(Hosts(4), Hosts(2), Hosts(2), Hosts(3)).Select((hosts, stems, packages, except) => new SiteList("", [], hosts, stems, packages, except));

    [Fact]
    public void Build_OfRandomLists_TakesTheFirstListThatHoldsTheHost() => Gen.Select(s_lists.Array[2, 6], Hosts(60)).Sample(
        (lists, hosts) =>
        {
            SiteList[] named = [.. lists.Select((list, index) => list with { Name = $"list{index}" })];
            var channels = ModelsFixture.OneChannel with
            {
                Sites = named,
                SiteOrder = named,
                Rules =
                [
                    .. named.Select(list => new ChannelRule(list.Name, ChannelNames.Referral, [new ChannelCondition.ReferrerOn(list)])),
                    new ChannelRule("none", ChannelNames.Direct, []),
                ],
            };

            models.AssertStaged(
                "channel_rule",
                [.. hosts.Distinct().Select(host => (new RawEvent { Referrer = $"https://{host}/", PageUrl = "https://shop.test/" }, (string?)FirstThatHolds(named, host)))],
                channels: channels);
        },
        iter: 40,
        threads: 1);

    private static string FirstThatHolds(SiteList[] lists, string host) => Array.Find(lists, list => Holds(list, host) && !list.Except.Any(above => IsUnder(host, above)))?.Name ?? "none";

    private static bool Holds(SiteList list, string host) =>
        list.Packages.Contains(host) || list.Hosts.Any(above => IsUnder(host, above)) || list.CountryForms.Any(stem => IsCountryForm(host, stem));

    private static bool IsUnder(string host, string above) => $".{host}".EndsWith($".{above}", StringComparison.Ordinal);

    private static bool IsCountryForm(string host, string stem) => Regex.IsMatch(host, $@"^(?:.*\.)?{Regex.Escape(stem)}\.(?:com|cat|[a-z][a-z]|co\.[a-z][a-z]|com\.[a-z][a-z])$");

    private static Gen<string[]> Hosts(int most) => Gen.OneOf(s_labels.Select(Gen.Const).ToArray()).Array[1, 4].Select(labels => string.Join('.', labels)).Array[0, most];
}
