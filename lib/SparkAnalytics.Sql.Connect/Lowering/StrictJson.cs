using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Connect.Dialect.Terms;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>Texts that are exactly one JSON object by RFC 8259, and their members.</summary>
internal static class StrictJson
{
    /// <summary>
    /// The text as the first element of a list of maps, NULL where that is not valid. A second element with the text's hash stands behind it, so that text after the document cannot pass for one.
    /// </summary>
    public static Proto.Expression Parsed(Proto.Expression text) => Call(
        "from_json",
        Call("concat", Text("["), text, Text(",{\"e\":\""), Hash(text), Text("\"}]")),
        Text("array<map<string,string>>"),
        Call("map", Text("allowSingleQuotes"), Text("false"), Text("allowNonNumericNumbers"), Text("false")));

    /// <summary>Whether a text is an object; NULL of NULL. The condition stands in no branch, since there Spark would parse the text for every mention.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parsed">What <see cref="Parsed"/> makes of it.</param>
    public static Proto.Expression IsObject(Proto.Expression text, Proto.Expression parsed) =>
        Call("coalesce", Holds(text, parsed), When(IsNotNull(text), Truth(false)));

    /// <summary>The members of a text that is an object, numbers as <c>get_json_object</c> writes them; NULL of any other.</summary>
    /// <param name="text">The text.</param>
    /// <param name="parsed">What <see cref="Parsed"/> makes of it.</param>
    public static Proto.Expression Members(Proto.Expression text, Proto.Expression parsed) => When(Holds(text, parsed), First(parsed));

    /// <summary>True, false or NULL; NULL of NULL. from_json takes names that come twice and halves of surrogate pairs.</summary>
    private static Proto.Expression Holds(Proto.Expression text, Proto.Expression parsed) => And(
        Equal(Call("size", parsed), Number(2)),
        Equal(Item(Call("get", parsed, Number(1)), Text("e")), Hash(text)),
        Equal(Call("size", First(parsed)), Call("size", Call("array_distinct", Call("map_keys", First(parsed))))),
        Or(Not(Call("contains", text, Text(@"\u"))), Not(Matches(WithoutPairs(text), JsonPatterns.HalfPair))));

    private static Proto.Expression WithoutPairs(Proto.Expression text) =>
        Call("regexp_replace", Call("regexp_replace", text, Text(JsonPatterns.Backslash), Text("")), Text(JsonPatterns.Pair), Text(""));

    private static Proto.Expression First(Proto.Expression parsed) => Call("get", parsed, Number(0));

    private static Proto.Expression Hash(Proto.Expression text) => Cast(Call("xxhash64", text), new StringType());
}
