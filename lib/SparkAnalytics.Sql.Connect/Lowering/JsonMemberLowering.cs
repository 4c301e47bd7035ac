using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>
/// Members of a JSON object as written. <c>from_json</c> to a map resolves strings and changes everything else (1.10 becomes 1.1), so where a member is no string all are taken from the text by a pattern,
/// which may be loose as the text is known to be valid.
/// </summary>
internal static class JsonMemberLowering
{
    /// <summary>Members by name, as <c>from_json</c> gives them. Only rewrites put it into plans.</summary>
    public const string Decoded = "decoded json members of rewrite";

    /// <summary>Members by name as written, of the text and what the function above gives. Only rewrites put it into plans.</summary>
    public const string Written = "written json members of rewrite";

    /// <summary>One of them.</summary>
    public const string Item = "json member of rewrite";

    /// <summary>How deep a member that is no string may be nested to be taken as written; deeper ones come as <c>from_json</c> writes them.</summary>
    private const int MostLevels = 8;

    private const string String = "\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";
    private const string MemberThatIsNoString = "[^\\\\]\"\\s*+:\\s*+[^\"\\sn]";
    private const string WhiteSpaceOutsideStrings = $"({String})|\\s++";

    private static readonly string s_member = $"\\G\\s*+[{{,]\\s*+{String}\\s*+:\\s*+({String}|[^\"\\[\\]{{}},\\s]++|{Nested(MostLevels)})\\s*+";

    public static MapType Members { get; } = new(new StringType(), new StringType());

    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["json_member"] = call => Terms.Item(OfText(call[0], FromJson(call[0])), call[1]),
    };

    public static IReadOnlyDictionary<string, FunctionTranslation> Rewritten { get; } = new Dictionary<string, FunctionTranslation>(StringComparer.Ordinal)
    {
        [Decoded] = call => FromJson(call[0]),
        [Written] = call => OfText(call[0], call[1]),
        [Item] = call => Terms.Item(call[0], call[1]),
    };

    private static Proto.Expression FromJson(Proto.Expression json) => Terms.Call("from_json", json, Terms.Text("map<string,string>"), Terms.Call("map", new[]
    {
        "allowSingleQuotes", "false", "allowNonNumericNumbers", "false", "mode", "PERMISSIVE",
    }.Select(Terms.Text)));

    private static Proto.Expression OfText(Proto.Expression json, Proto.Expression members)
    {
        var names = Terms.Call("map_keys", members);
        var written = Terms.Call("regexp_extract_all", json, Terms.Text(s_member), Terms.Number(1));
        var isWhole = Terms.And(
            Terms.Equal(Terms.Call("size", written), Terms.Call("size", members)),
            Terms.Equal(Terms.Call("size", Terms.Call("array_distinct", names)), Terms.Call("size", members)));
        var texts = Terms.Call("zip_with", Terms.Call("map_values", members), written, Terms.Lambda((text, raw) => Terms.When(
            Terms.Or(Terms.IsNull(text), Terms.Call("startswith", raw, Terms.Text("\""))),
            text,
            Terms.Call("regexp_replace", raw, Terms.Text(WhiteSpaceOutsideStrings), Terms.Text("$1")))));
        return Terms.When(
            Terms.Not(Terms.Call("coalesce", Terms.Matches(json, MemberThatIsNoString), Terms.Truth(false))),
            members,
            isWhole,
            Terms.Call("map_from_arrays", names, texts),
            members);
    }

    /// <summary>A list or an object with lists and objects inside, so many levels deep.</summary>
    private static string Nested(int levels) => levels == 1
        ? $"[\\[{{](?:[^\"\\[\\]{{}}]++|{String})*+[\\]}}]"
        : $"[\\[{{](?:[^\"\\[\\]{{}}]++|{String}|{Nested(levels - 1)})*+[\\]}}]";
}
