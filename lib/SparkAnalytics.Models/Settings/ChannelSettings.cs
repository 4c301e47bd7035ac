namespace SparkAnalytics.Models.Settings;

/// <summary>Sites, channel rules and device rules: all of <c>conf/channels.yaml</c> after a user's additions, names resolved.</summary>
/// <param name="Sites">The site lists with all that is in them; names are unique.</param>
/// <param name="SiteOrder">The same by the layers that gave them, so that a name may come again: the first that holds a host or short name decides which list it is in. A user's come before the built-in ones.</param>
/// <param name="SharedHosts">Hosts under which everyone may have a site: <c>github.io</c>. The site of a host below one has one label more.</param>
/// <param name="PublicSecondLabels">Labels before a last label of two letters that do not make a site of their own: <c>co</c> in <c>shop.co.uk</c>.</param>
/// <param name="Rules">The channel rules; the first whose conditions all hold decides. The last one, and no other, has no conditions.</param>
/// <param name="Devices">The device rules; the first whose pattern is found decides, and where none is found the device is Unknown.</param>
public sealed record ChannelSettings(
    IReadOnlyList<SiteList> Sites,
    IReadOnlyList<SiteList> SiteOrder,
    SiteList SharedHosts,
    IReadOnlyList<string> PublicSecondLabels,
    IReadOnlyList<ChannelRule> Rules,
    IReadOnlyList<DeviceRule> Devices)
{
    /// <summary>Names of all query parameters that some rule takes for a click id, in the order of the rules, none twice; their case does not count.</summary>
    public IReadOnlyList<string> ClickIdParameters =>
        [.. Rules.SelectMany(rule => rule.Conditions).SelectMany(ClickIdsIn).Distinct(StringComparer.OrdinalIgnoreCase)];

    private static IEnumerable<string> ClickIdsIn(ChannelCondition condition) => condition switch
    {
        ChannelCondition.ClickIdIn click => click.Parameters,
        ChannelCondition.AnyOf any => any.Alternatives.SelectMany(alternative => alternative).SelectMany(ClickIdsIn),
        _ => [],
    };
}
