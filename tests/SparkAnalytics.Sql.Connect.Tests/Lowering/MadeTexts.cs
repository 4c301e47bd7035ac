namespace SparkAnalytics.Sql.Connect.Tests.Lowering;

/// <summary>Texts by a seed: some on the borders of the contracts, the others put together at random from pieces that matter.</summary>
internal static class MadeTexts
{
    private static readonly string[] s_names = ["a", "b", "revenue", "\\u0061", "é", "", "a b", "a.b", "😀"];

    private static readonly string[] s_values =
    [
        "1", "0", "-0", "-1", "12.50", "1e10", "1E-5", "0.1", "123456789012345678901", "1e999", "-1e999", "01", "1.", ".5", "+1", "NaN", "Infinity", "true", "false", "null", "nul",
        "\"\"", "\" \"", "\"x\"", "\"1\"", "\"true\"", "\"{}\"", "\"[1\"", "\"-Infinity\"", "\"\\\"Infinity\\\"\"", "\"\\\"-Infinity\\\"\"", "\"é\"", "\"😀\"", "\"\\ud83d\\ude00\"", "\"\\ud83d\"",
        "\"\\ude00\\ud83d\"", "\"\\\\ud83d\"", "\"\\u00e9\\n\\/\"", "\"\\x\"", "\"a\tb\"", "\"a\nb\"", "'x'", "\"x", "[]", "{}", "[1,\"x\"]", "{\"a\":1}", "{\"a\":\"x\"}", "{\"a\":1,\"c\":2}", "[{\"a\":\"y\"}]",
    ];

    private static readonly string[] s_jsonEnds = ["", "", "", "", "", " ", "\r\n", " x", "}", "{}", ",{\"a\":2}", "],[", "\u00A0", "#c", ","];

    private static readonly string[] s_jsonBorders =
        ["", " ", "null", "[]", "{}", " {} ", "{", "}", "{}{}", "{\"a\":1}],[{\"e\":\"1\"}", "[{}]", "\"a\"", "1", "{a:1}", "{\"a\"}", "{\"a\":}", "{,}", "{\"a\":1,,\"b\":2}", "\uFEFF{}", "\u000B{}", "{\"a\":1}\f", "{\"a\" :\t1}"];

    private static readonly string[] s_starts =
        ["https://", "HTTP://", " http://", "//", "", "mailto:", "android-app://", "1http://", "a+b.c-d://", "://", "http:/", "\u00A0http://", "\thttp://"];

    private static readonly string[] s_hosts =
        ["shop.example", "Shop.Example.", "shop.example..", ".", "..", "", "a b", "BÜRO.example", "İ.example", "[::1]", "[::1].", "[]", "[x]", "[::1", "a]b", "u@h.example", "u:p@h.example", "u@v@w", "h_x", "\u212A.example", "a\u00A0b", "a."];

    private static readonly string[] s_ports = ["", "", "", ":80", ":", ":8x", ":80:90", ".:80", " ", "\t", ":1 "];

    private static readonly string[] s_urlNames =
        ["a", "A", "b", "utm_source", "UTM_Source", "aa", "amp;a", "AMP;a", "amp;amp;a", "c.d", "cxd", "", "%61", "a ", "\u212A"];

    private static readonly string[] s_urlValues =
    [
        "x", "", "+", "%20", "%0A+", "%0e", "null", "NULL", "n%75ll", "%4Eull", "+null%20", "undefined", "Undefine%64", "(not+set)", "(not set)", "%28not%20set%29", "(not%2Bset)", "null+null", "nullx",
        "caf%C3%A9", "%c3%28", "%FF", "%EF%BF%BD", "\uFFFD", "%EF%BF%BD%FF", "50%", "%+1", "%1", "%zz", "%１２", "a=b", "a?b", "é", "😀", "%F0%9F%98%80", "%ED%A0%80", "x+y", " x ", "%09x%0d", "x;y", "\u212A", "\u2028", "%2520",
    ];

    private static readonly string[] s_urlBorders = ["", "?", "#", "?#", "#?", "?a=1", "#a=1", "?a=1#", "a=1", "?&a=1", "?a", "?a&a=2", "?=1", "?a==1", "??a=1", "?a=1?b=2", "##a=1", "#b=1#a=2", "?a=1\n&b=2", "\n?a=1"];

    public static IEnumerable<string> Json(int seed, int count) => s_jsonBorders.Concat(s_values).Concat(s_values.Select(value => $"{{\"a\":{value}}}"))
        .Concat(Made(seed, count, JsonText)).Distinct();

    public static IEnumerable<string> Urls(int seed, int count) => s_urlBorders.Concat(s_hosts.Select(host => $"http://{host}"))
        .Concat(s_urlValues.Select(value => $"?a={value}")).Concat(s_urlValues.Select(value => $"#a={value}&a=z")).Concat(Made(seed, count, Url)).Distinct();

    private static IEnumerable<string> Made(int seed, int count, Func<Random, string> text)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => text(random))];
    }

    private static string JsonText(Random random)
    {
        string[] plain = ["1", "\"x\"", "\"1\"", "true", "12.50", "\"é\\n\""];
        var isPlain = random.Next(2) == 0;
        var members = Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{Any(random, s_names)}\":{Any(random, isPlain ? plain : s_values)}");
        var text = $"{{{string.Join(random.Next(5) == 0 ? " , " : ",", members)}}}{Any(random, s_jsonEnds)}";
        var dropped = random.Next(text.Length);
        return random.Next(8) == 0 && !char.IsSurrogate(text[dropped]) ? text.Remove(dropped, 1) : text;
    }

    private static string Url(Random random)
    {
        string Parameters() => string.Join(Any(random, "&", "&", "&", "&&", "&amp;"), Enumerable.Range(0, random.Next(5)).Select(_ => $"{Any(random, s_urlNames)}={Any(random, s_urlValues)}"));
        return $"{Any(random, s_starts)}{Any(random, s_hosts)}{Any(random, s_ports)}{Any(random, "", "/", "/p q", "/%zz")}{(random.Next(4) > 0 ? "?" : "")}{Parameters()}{(random.Next(3) == 0 ? "#" : "")}{Parameters()}";
    }

    private static string Any(Random random, params string[] items) => items[random.Next(items.Length)];
}
