using System.Text.RegularExpressions;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Staging;

namespace SparkAnalytics.Models.Channels;

/// <summary>Hosts of URLs, the sites they belong to, and lists of sites.</summary>
internal static class Hosts
{
    /// <summary>
    /// The site of a host: its last two labels, or three where the last is a country's and the one before it a public one; under a shared host that host and one label;
    /// an address is its own site.
    /// </summary>
    /// <param name="host">A host in lower case, or NULL.</param>
    /// <param name="channels">Labels such as <c>co</c> and shared hosts.</param>
    public static Column SiteOf(Column host, ChannelSettings channels)
    {
        var second = string.Join('|', channels.PublicSecondLabels.Select(Escape));
        var shared = string.Concat(Patterns(channels.SharedHosts).Select(pattern => $"{pattern}|"));
        var site = RegexpExtract(host, $"(?:^|[.])([^.]+[.](?:{shared}(?:{second})[.][a-z][a-z]|[^.]+))$", 1);
        return When(host.RLike(@"^(?:[0-9]+[.]){3}[0-9]+$|^\["), host)
            .When(site != "", site)
            .Otherwise(host);
    }

    /// <summary>Whether a host is one of the hosts or below one.</summary>
    public static Column IsUnder(Column host, IEnumerable<string> hosts) =>
        host.RLike(PatternUnder(hosts));

    /// <summary>Whether a host or a short name belongs to a list of sites.</summary>
    /// <param name="text">A host, a package id or a source, in ASCII lower case.</param>
    /// <param name="sites">The list.</param>
    /// <param name="withShortNames">Whether short names count.</param>
    public static Column IsOn(Column text, SiteList sites, bool withShortNames)
    {
        var holds = PatternOf(sites, withShortNames) is { } pattern ? text.RLike(pattern) : Lit(false);
        return sites.Except.Count == 0 ? holds : holds & !IsUnder(text, sites.Except);
    }

    /// <summary>The regular expression for what a list holds, its exceptions too; null where it holds nothing.</summary>
    public static string? PatternOf(SiteList sites, bool withShortNames)
    {
        var hosts = Patterns(sites).ToList();
        IEnumerable<string> underHosts = hosts.Count == 0 ? [] : [$"(?:.*[.])?(?:{string.Join('|', hosts)})"];
        var names = underHosts.Concat(sites.Packages.Concat(withShortNames ? sites.ShortNames : []).Select(Escape)).ToList();
        return names.Count == 0 ? null : $"^(?:{string.Join('|', names)})$";
    }

    /// <summary>The regular expression for the hosts and what is below them.</summary>
    public static string PatternUnder(IEnumerable<string> hosts) => $"(?:^|[.])(?:{string.Join('|', hosts.Select(Escape))})$";

    private static IEnumerable<string> Patterns(SiteList sites) => sites.Hosts.Select(Escape)
        .Concat(sites.CountryForms.Select(stem => $"{Escape(stem)}[.](?:{SiteList.CountrySuffixPattern})"));

    private static string Escape(string literal) => Regex.Escape(literal).Replace("-", "[-]", StringComparison.Ordinal);
}
