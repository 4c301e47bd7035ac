namespace SparkAnalytics.Sql;

/// <content>
/// JSON read strictly. Spark's own functions take more than RFC 8259 allows and do not tell <c>true</c> from <c>"true"</c>; with them each of these is a combination of
/// <c>try_parse_json</c>, <c>json_array_length</c> and <c>get_json_object(concat('[', json, ']'), '$[*]...')</c>, which keeps a string's quotes.
/// </content>
public static partial class Extras
{
    /// <summary>Whether a text is exactly one JSON object by RFC 8259, with no name at its top level given twice and no half of a surrogate pair.</summary>
    /// <param name="text">The text.</param>
    /// <returns>True or false; NULL of NULL.</returns>
    public static Column IsJsonObject(Column text) => Column.Call("is_json_object", text);

    /// <summary>The text of a JSON string.</summary>
    /// <param name="json">A JSON document.</param>
    /// <param name="path">Where in it, e.g. <c>$.utm_source</c>.</param>
    /// <returns>The text, its escapes resolved; NULL where there is no string.</returns>
    public static Column JsonString(Column json, string path) => Column.Call("json_string", json, path);

    /// <summary>The text of a member of a JSON object, whatever it is: a string with its escapes resolved, anything else as written, without white space outside strings.</summary>
    /// <param name="json">A text that <see cref="IsJsonObject"/> takes.</param>
    /// <param name="name">The member, at the top level.</param>
    /// <returns>The text; NULL where there is no such member or it is null.</returns>
    public static Column JsonMember(Column json, string name) => Column.Call("json_member", json, name);

    /// <summary>The text of a JSON number: an integer by its digits, one with fraction or exponent by the shortest text of its nearest double.</summary>
    /// <param name="json">A JSON document.</param>
    /// <param name="path">Where in it, e.g. <c>$.revenue</c>.</param>
    /// <returns>The text; NULL where there is no number.</returns>
    public static Column JsonNumber(Column json, string path) => Column.Call("json_number", json, path);
}
