using SparkAnalytics.Sql.Connect.Lowering;

namespace SparkAnalytics.Models.MicrosoftSpark;

/// <content>Parts of URLs as they occur in life, by patterns. A value is written out for each question to it, where Spark has lambdas that Microsoft.Spark has not: same values, more work.</content>
internal static partial class Extras
{
    private const string Replacement = "\uFFFD";

    /// <summary>The values of some parameters of a URL, each the first that says something, decoded and trimmed.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="part"><c>query</c> or <c>fragment</c>.</param>
    /// <param name="names">Names in ASCII; case does not count; none twice.</param>
    /// <returns>An array with one text for each name, NULL where there is none; NULL where the URL has no such part.</returns>
    public static Column UrlTags(Column url, string part, params string[] names)
    {
        var place = part == "query" ? UrlPatterns.Query : UrlPatterns.Fragment;
        return When(url.RLike(place.Start), Array([.. names.Select(name => Trim(Decoded(RegexpExtract(url, UrlPatterns.Telling(place, name), 1)), " \t\n\v\f\r"))]));
    }

    /// <summary>Whether the query of a URL has one of some parameters, not blank; NULL of NULL.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="names">Names in ASCII; case does not count; at least one.</param>
    public static Column UrlHasParameter(Column url, params string[] names) => url.RLike(UrlPatterns.NotBlank(UrlPatterns.Query, names));

    /// <summary>The host of a URL that has a scheme, in ASCII lower case, without user, port and final dot; NULL where there is none that can be read.</summary>
    /// <param name="url">The URL.</param>
    public static Column UrlHost(Column url)
    {
        var host = RegexpExtract(url, UrlPatterns.Host, 1);
        return When(host != "", Translate(host, "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"));
    }

    /// <summary>Percent-decoded as UTF-8, + as a blank; as written where an escape is broken or the bytes are not UTF-8, which Java makes U+FFFD. NULL of empty text.</summary>
    private static Column Decoded(Column value)
    {
        // Broken escapes never reach the function, which fails on them.
        Column Decode(Column text) => Call_UDF("url_decode", When(!value.RLike("%(?![0-9A-Fa-f][0-9A-Fa-f])"), text));
        var decoded = Decode(value);
        return When(value == "", Lit(null).Cast("string"))
            .When(!value.RLike("[%+]"), value)
            .When(decoded.IsNull(), value)
            .When(!decoded.Contains(Replacement), decoded)
            .When(Decode(RegexpReplace(value, $"{Replacement}|(?i:%EF%BF%BD)", "x")).Contains(Replacement), value)
            .Otherwise(decoded);
    }
}
