namespace SparkAnalytics.Models.Settings;

/// <summary>Sites of one kind. All text is in ASCII lower case.</summary>
/// <param name="Name">Name of the list (<c>search</c>); empty where a rule lists hosts itself.</param>
/// <param name="ShortNames">Names by which a UTM source means one of the sites (<c>google</c>, <c>ig</c>); compared with the whole source.</param>
/// <param name="Hosts">Hosts; each stands for itself and its sub-domains.</param>
/// <param name="CountryForms">Host beginnings (<c>google</c> for <c>google.*</c>) which, followed by a point and <see cref="CountrySuffixPattern"/>, stand for that host and its sub-domains.</param>
/// <param name="Packages">Android package ids, which count as hosts in <c>android-app://</c> referrers.</param>
/// <param name="Except">Hosts that, with their sub-domains, are none of the list's though it holds a host above them.</param>
public sealed record SiteList(
    string Name,
    IReadOnlyList<string> ShortNames,
    IReadOnlyList<string> Hosts,
    IReadOnlyList<string> CountryForms,
    IReadOnlyList<string> Packages,
    IReadOnlyList<string> Except)
{
    /// <summary>Regular expression for what <c>*</c> stands for in <c>google.*</c>: <c>com</c>, <c>cat</c>, a country code, or <c>co</c> or <c>com</c> before a country code.</summary>
    public const string CountrySuffixPattern = @"com|cat|[a-z]{2}|com?\.[a-z]{2}";
}
