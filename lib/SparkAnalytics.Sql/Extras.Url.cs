namespace SparkAnalytics.Sql;

/// <content>Parts of URLs as they occur in life, which <c>java.net.URI</c> and so Spark's own functions often refuse.</content>
public static partial class Extras
{
    /// <summary>
    /// The first value of a query parameter that is not blank, as it is written. With Spark it is one <c>regexp_extract</c>, as
    /// <c>^[^?#]*[?](?:[^#]*?&amp;)??NAME=(VALUE)(?:[&amp;#]|$)</c>, where VALUE is a run of characters other than <c>&amp;</c> and <c>#</c>, not all of them blank.
    /// </summary>
    /// <param name="url">The URL; what follows <c>#</c> is no query. White space, <c>+</c> and their escapes are blanks.</param>
    /// <param name="name">The parameter; case counts.</param>
    /// <returns>The value, not decoded; NULL where there is none.</returns>
    public static Column UrlParameter(Column url, string name) => Column.Call("url_parameter", url, name);

    /// <summary>
    /// The host of a URL that has a scheme, in ASCII lower case, without user, port and final dot. With Spark it is one <c>regexp_extract</c>, as
    /// <c>^[a-z][a-z0-9+.-]*://(?:[^/?#@]*@)?(\[[0-9a-f:.]+\]|[^:/?#@\[\]\s]+?)[.]?(?::[0-9]*)?(?:[/?#]|$)</c> over the trimmed text in lower case.
    /// </summary>
    /// <param name="url">The URL; ASCII white space at both ends does not count.</param>
    /// <returns>The host; NULL where there is none that can be read.</returns>
    public static Column UrlHost(Column url) => Column.Call("url_host", url);
}
