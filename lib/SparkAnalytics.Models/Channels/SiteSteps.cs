using System.Text.RegularExpressions;
using SparkAnalytics.Models.Settings;

namespace SparkAnalytics.Models.Channels;

/// <summary>A pattern, and the list that holds what it finds; null where no list does.</summary>
internal sealed record SiteStep(string Pattern, string? Name);

/// <summary>
/// Lists of sites as patterns to be asked in order, the first of which decides. Of what is excepted from a list, the lists behind it are asked: since hosts and exceptions are known,
/// what each of those lists holds of the exceptions is known too, and stands in steps of its own before the list's.
/// </summary>
/// <param name="withShortNames">Whether short names count.</param>
internal sealed partial class SiteSteps(bool withShortNames)
{
    /// <summary>The steps for lists.</summary>
    /// <param name="lists">The lists in order.</param>
    public IEnumerable<SiteStep> Of(IReadOnlyList<SiteList> lists) => Of(lists, null);

    private IEnumerable<SiteStep> Of(IReadOnlyList<SiteList> lists, IReadOnlyList<string>? region)
    {
        foreach (var (index, whole) in lists.Index())
        {
            var sites = region is null ? whole : Below(whole, region);
            if (Hosts.PatternOf(sites, withShortNames) is not { } pattern)
            {
                continue;
            }

            if (sites.Except.Count > 0)
            {
                foreach (var step in Of([.. lists.Skip(index + 1)], sites.Except))
                {
                    yield return step;
                }

                yield return new SiteStep(Hosts.PatternUnder(sites.Except), null);
            }

            yield return new SiteStep(pattern, sites.Name);
        }
    }

    /// <summary>What a list holds of the hosts of a region and of what is below them.</summary>
    private static SiteList Below(SiteList sites, IReadOnlyList<string> region) => sites with
    {
        ShortNames = [.. sites.ShortNames.Where(name => region.Any(host => IsUnder(name, host)))],
        Hosts = [.. Common(sites.Hosts, region), .. sites.CountryForms.SelectMany(stem => region.SelectMany(host => CountryHosts(stem, host)))],
        CountryForms = [],
        Packages = [.. sites.Packages.Where(package => region.Any(host => IsUnder(package, host)))],
        Except = Common(sites.Except, region),
    };

    /// <summary>The hosts that are, with what is below them, below a host of both.</summary>
    private static List<string> Common(IReadOnlyList<string> left, IReadOnlyList<string> right) =>
        [.. left.Where(host => right.Any(other => IsUnder(host, other))).Union(right.Where(host => left.Any(other => IsUnder(host, other))))];

    /// <summary>The hosts that are, with what is below them, country forms of a stem (<c>google.*</c>) and below a host.</summary>
    private static IEnumerable<string> CountryHosts(string stem, string host)
    {
        var labels = host.Split('.');
        foreach (var count in Enumerable.Range(1, Math.Min(2, labels.Length)))
        {
            var (before, suffix) = (string.Join('.', labels[..^count]), string.Join('.', labels[^count..]));
            if (!CountrySuffix().IsMatch(suffix))
            {
                continue;
            }

            if (before.Length > 0 && IsUnder(before, stem))
            {
                yield return host;
            }
            else if (before.Length == 0 || IsUnder(stem, before))
            {
                yield return $"{stem}.{suffix}";
            }
        }

        if (CountryCode().IsMatch(host))
        {
            yield return $"{stem}.co.{host}";
            yield return $"{stem}.com.{host}";
        }
    }

    [GeneratedRegex($@"\A(?:{SiteList.CountrySuffixPattern})\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountrySuffix();

    [GeneratedRegex(@"\A[a-z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex CountryCode();

    private static bool IsUnder(string host, string above) => host.EndsWith(above, StringComparison.Ordinal) && (host.Length == above.Length || host[^(above.Length + 1)] == '.');
}
