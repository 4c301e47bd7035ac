using SparkAnalytics.Sql.Connect.Lowering;

namespace SparkAnalytics.Models.MicrosoftSpark;

/// <content>
/// JSON read strictly. <see cref="JsonString"/> and <see cref="JsonNumber"/> are those of our own library on texts that <see cref="IsJsonObject"/> takes and that name no member inside twice,
/// and on NULL; the models ask them of no text that it does not take.
/// </content>
internal static partial class Extras
{
    private static readonly Dictionary<string, string> s_strictly = new() { ["allowSingleQuotes"] = "false", ["allowNonNumericNumbers"] = "false" };

    /// <summary>Whether a text is exactly one JSON object by RFC 8259, with no name at its top level given twice and no half of a surrogate pair; NULL of NULL.</summary>
    /// <param name="text">The text.</param>
    public static Column IsJsonObject(Column text)
    {
        // A second element with the text's hash stands behind it, so that text after the document cannot pass for one.
        var hash = XXHash64(text).Cast("string");
        var parsed = FromJson(Concat(Lit("["), text, Lit(",{\"e\":\""), hash, Lit("\"}]")), "array<map<string,string>>", s_strictly);
        Column Element(int position) => Call_UDF("try_element_at", parsed, Lit(position));
        var withoutPairs = RegexpReplace(RegexpReplace(text, JsonPatterns.Backslash, ""), JsonPatterns.Pair, "");

        // The condition stands in no branch, since there Spark would parse the text for every mention. It asks for no size, which of NULL is -1 where Spark's ANSI mode is off.
        var holds = Element(3).IsNull()
            & (Element(2).GetItem("e") == hash)
            & (MapKeys(Element(1)) == ArrayDistinct(MapKeys(Element(1))))
            & (!text.Contains(@"\u") | !withoutPairs.RLike(JsonPatterns.HalfPair));
        return Coalesce(holds, When(text.IsNotNull(), false));
    }

    /// <summary>The text of a JSON string, its escapes resolved; NULL where there is no string.</summary>
    /// <param name="json">A JSON object, or NULL.</param>
    /// <param name="path">Where in it, e.g. <c>$.utm_source</c>.</param>
    public static Column JsonString(Column json, string path)
    {
        var (found, quoted) = (GetJsonObject(json, path), Quoted(json, path));
        return When(!found.RLike(JsonPatterns.MayBeNoString), found)
            .When(quoted.StartsWith("\"") & (quoted != found), found)
            .Otherwise(Lit(null).Cast("string"));
    }

    /// <summary>The text of a JSON number; NULL where there is no number.</summary>
    /// <param name="json">A JSON object, or NULL.</param>
    /// <param name="path">Where in it, e.g. <c>$.revenue</c>.</param>
    public static Column JsonNumber(Column json, string path)
    {
        var found = GetJsonObject(json, path);
        return When(found.RLike(JsonPatterns.MayBeNumber), When(Quoted(json, path) == found, found));
    }

    /// <summary>A string keeps its quotes where it is found through <c>[*]</c>.</summary>
    private static Column Quoted(Column json, string path) => GetJsonObject(Concat(Lit("["), json, Lit("]")), $"$[*]{path[1..]}");
}
