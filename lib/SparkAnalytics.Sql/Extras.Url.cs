namespace SparkAnalytics.Sql;

/// <content>Parts of URLs as they occur in life, which <c>java.net.URI</c> and so Spark's own functions often refuse.</content>
public static partial class Extras
{
    /// <summary>
    /// The values of some parameters of a URL, each the first that says something, decoded and trimmed. With Spark each is one <c>regexp_extract</c>, as
    /// <c>(?i)^[^?#]*+[?](?:(?!(?:amp;)?+NAME=(?!NOTHING))[^#&amp;]*+&amp;)*+(?:amp;)?+NAME=(?!NOTHING)([^&amp;#]++)</c>, decoded by <c>try_url_decode</c> where that gives valid text.
    /// </summary>
    /// <param name="url">The URL.</param>
    /// <param name="part"><c>query</c> or <c>fragment</c>.</param>
    /// <param name="names">Names in ASCII without <c>&amp;</c>, <c>=</c> and <c>#</c>; case does not count; none twice.</param>
    /// <returns>An array with one text for each name, NULL where there is none; NULL where the URL has no such part.</returns>
    public static Column UrlTags(Column url, string part, params string[] names) => Column.Call("url_tags", url, part, string.Join('&', names));

    /// <summary>
    /// Whether the query of a URL has one of some parameters, not blank. With Spark it is one <c>rlike</c>, as
    /// <c>(?i)^[^?#]*+[?](?:(?!(?:amp;)?+(?:NAMES)=(?!BLANK))[^#&amp;]*+&amp;)*+(?:amp;)?+(?:NAMES)=(?!BLANK)</c>.
    /// </summary>
    /// <param name="url">The URL; white space, <c>+</c> and their escapes are blanks.</param>
    /// <param name="names">Names in ASCII without <c>&amp;</c>, <c>=</c> and <c>#</c>; case does not count.</param>
    /// <returns>True or false; NULL of NULL.</returns>
    public static Column UrlHasParameter(Column url, params string[] names) => Column.Call("url_has_parameter", url, string.Join('&', names));

    /// <summary>
    /// The host of a URL that has a scheme, in ASCII lower case, without user, port and final dot. With Spark it is one <c>regexp_extract</c>, as
    /// <c>^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?(\[[0-9a-f:.]+\]|[^:/?#@\[\]\s]+?)[.]?(?::[0-9]*)?(?:[/?#]|$)</c> over the trimmed text in lower case.
    /// </summary>
    /// <param name="url">The URL; ASCII white space at both ends does not count.</param>
    /// <returns>The host; NULL where there is none that can be read.</returns>
    public static Column UrlHost(Column url) => Column.Call("url_host", url);
}
