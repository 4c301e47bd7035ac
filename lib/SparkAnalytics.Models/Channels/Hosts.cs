using System.Text.RegularExpressions;
using SparkAnalytics.Models.Settings;
using SparkAnalytics.Models.Staging;

namespace SparkAnalytics.Models.Channels;

/// <summary>Hosts of URLs, the sites they belong to, and lists of sites.</summary>
internal static class Hosts
{
    /// <summary>The site of a host: its last two labels, or three where the last is a country's and the one before it a public one; an address is its own site.</summary>
    /// <param name="host">A host in lower case, or NULL.</param>
    /// <param name="publicSecondLabels">Labels such as <c>co</c>.</param>
    public static Column SiteOf(Column host, IReadOnlyList<string> publicSecondLabels)
    {
        var second = string.Join('|', publicSecondLabels.Select(Escape));
        var site = RegexpExtract(host, $"([^.]+[.](?:{second})[.][a-z][a-z]|[^.]+[.][^.]+)$", 1);
        return When(host.RLike(@"^(?:[0-9]+[.]){3}[0-9]+$|^\["), host)
            .When(site != "", site)
            .Otherwise(host);
    }

    /// <summary>Whether a host is one of the hosts or below one.</summary>
    public static Column IsUnder(Column host, IEnumerable<string> hosts) =>
        host.RLike($"(?:^|[.])(?:{string.Join('|', hosts.Select(Escape))})$");

    /// <summary>Whether a host or a short name belongs to a list of sites.</summary>
    /// <param name="text">A host, a package id or a source, in ASCII lower case.</param>
    /// <param name="sites">The list.</param>
    /// <param name="withShortNames">Whether short names count.</param>
    public static Column IsOn(Column text, SiteList sites, bool withShortNames)
    {
        var hosts = sites.Hosts.Select(Escape)
            .Concat(sites.CountryForms.Select(stem => $"{Escape(stem)}[.](?:{SiteList.CountrySuffixPattern})"))
            .ToList();
        IEnumerable<string> underHosts = hosts.Count == 0 ? [] : [$"(?:.*[.])?(?:{string.Join('|', hosts)})"];
        var names = underHosts.Concat(sites.Packages.Concat(withShortNames ? sites.ShortNames : []).Select(Escape)).ToList();
        return names.Count == 0 ? Lit(false) : text.RLike($"^(?:{string.Join('|', names)})$");
    }

    private static string Escape(string literal) => Regex.Escape(literal).Replace("-", "[-]", StringComparison.Ordinal);
}
