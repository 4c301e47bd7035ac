namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>
/// Patterns of Java's engine for URLs. Loops are possessive, since Java's engine recurses once for each turn of any other and ends in an overflow of its stack.
/// </summary>
internal static class UrlPatterns
{
    private const string White = @" \t\n\x0B\f\r";
    private const string EscapedBlank = "%20|%0[9a-d]";
    private const string HostEnd = $@"[:/?#]|[{White}]*+\z";

    /// <summary>Parameters lie behind this in the query; they end at # and are parted by ampersands.</summary>
    public static UrlPart Query { get; } = new("^[^?#]*+[?]", "#&");

    /// <summary>In the fragment another # belongs to a value.</summary>
    public static UrlPart Fragment { get; } = new("^[^#]*+#", "&");

    /// <summary>The host is the first group, as it is written, without one final dot.</summary>
    public static string Host { get; } =
        $@"(?i)^[{White}]*+[a-z][a-z0-9+.-]*+://(?:[^/?#@]*+@)?+" +
        $@"(\[[0-9a-f:.]++\]|(?:[^.:/?#@\[\]{White}]++|[.](?!{HostEnd}))++)[.]?+(?::[0-9]*+)?+(?:[/?#]|[{White}]*+\z)";

    /// <summary>A parameter whose value is not blank.</summary>
    public static string NotBlank(UrlPart part, IEnumerable<string> names) => $"(?i){Until(part, names, Blank(part))}";

    /// <summary>A parameter whose value says something; the value is the first group, as it is written.</summary>
    public static string Telling(UrlPart part, string name) => $"(?i){Until(part, [name], Nothing(part))}([^{part.Ends}]++)";

    /// <summary>Whether a parameter of this part can have the name.</summary>
    public static bool CanBeName(UrlPart part, string name) => name.All(char.IsAscii) && !name.Contains('=') && !name.AsSpan().ContainsAny(part.Ends);

    private static string Until(UrlPart part, IEnumerable<string> names, string unwanted)
    {
        var wanted = $"(?:amp;)?+(?:{string.Join('|', names.Select(Literally))})=(?!{unwanted})";
        return $"{part.Start}(?:(?!{wanted})[^{part.Ends}]*+&)*+{wanted}";
    }

    private static string Blank(UrlPart part) => $@"{Blanks}(?:[{part.Ends}]|\z)";

    private static string Nothing(UrlPart part) => $@"{Blanks}(?:{Word("null")}|{Word("undefined")}|{Word("(not set)")})?{Blanks}(?:[{part.Ends}]|\z)";

    private static string Blanks => $"(?:[+{White}]|{EscapedBlank})*+";

    /// <summary>A word, each sign of it plain or escaped, in any case.</summary>
    private static string Word(string word) => string.Concat(word.Select(sign => sign switch
    {
        ' ' => @"(?:[ +]|%20)",
        >= 'a' and <= 'z' => $"(?:{sign}|%[{(sign >> 4) - 2}{sign >> 4}]{sign & 15:x})",
        _ => $@"(?:\{sign}|%{(int)sign:x2})",
    }));

    private static string Literally(string name) => string.Concat(name.Select(sign => char.IsAsciiLetterOrDigit(sign) ? sign.ToString() : $@"\x{(int)sign:x2}"));
}

/// <summary>A part of a URL that holds parameters.</summary>
/// <param name="Start">The pattern of all before it.</param>
/// <param name="Ends">The signs that end a parameter.</param>
internal sealed record UrlPart(string Start, string Ends);
