namespace SparkAnalytics.Sql.Analysis;

/// <content>Functions that Spark does not have. <see cref="Extras"/> tells what each is with Spark.</content>
public static partial class FunctionRegistry
{
    private const string PathContract = """
        The path is $ and then any of .name, ['name'], [0] and [*]. The JSON is read as get_json_object reads it: single quotes and control characters may stand in strings,
        and what follows the first value does not count. Of a name given twice the first that is not null counts, whatever its kind.
        """;

    private const string ParameterContract = """
        Parameters stand between ampersands, a name before the first = of each. The names asked for are ASCII, with ampersands between them; they are compared in ASCII lower case as they
        are written, not decoded, after one amp; at the beginning of a name in the URL is dropped. The URL need not be one otherwise.
        """;

    private static IEnumerable<FunctionDefinition> Ours() =>
    [
        Scalar("first_match", "text:string, pattern:string+", ResultTypes.Int) with
        {
            Contract = """
                The number, from 1, of the first pattern that is found anywhere in the text, as rlike finds it; 0 where none is. Patterns are constants. NULL where the text is NULL.
                An engine may remember the results of texts, so it suits columns with few distinct values.
                """,
        },
        Scalar("is_json_object", "text:string", ResultTypes.Bool) with
        {
            Contract = """
                True where the text is exactly one JSON object by RFC 8259, with JSON's white space around it or none. False of any other text, also where a name at the
                object's top level is given twice (after its escapes are resolved), where a name or string has half of a surrogate pair, and where values are nested more
                than 1000 deep inside it. NULL of NULL only.
                """,
        },
        Scalar("json_string", "json:string, path:string", ResultTypes.Text) with
        {
            Contract = $"""
                The text of the JSON string that a path leads to, its escapes resolved. {PathContract}
                With [*] the strings stay quoted: one alone, several as a JSON array.
                NULL where an argument is NULL, the path is none, it leads to nothing or to another kind of value, the first value is not valid, or the string has half of a surrogate pair.
                """,
        },
        Scalar("json_number", "json:string, path:string", ResultTypes.Text) with
        {
            Contract = $"""
                The text of the JSON number that a path leads to: an integer by its digits, however many, -0 as 0; one with a fraction or an exponent by Java's text of its
                nearest double (12.50 as 12.5, 1e10 as 1.0E10), beyond a double's range "Infinity" or "-Infinity" with the quotes. {PathContract}
                With [*] several numbers are a JSON array.
                NULL where an argument is NULL, the path is none, it leads to nothing or to another kind of value, a string of digits too, or the first value is not valid.
                """,
        },
        Scalar("json_member", "json:string, name:string", ResultTypes.Text) with
        {
            Contract = """
                The text of a member at the top level of a JSON object: a string with its escapes resolved; a number, truth value, object or list as it is written, but without the
                white space outside its strings. NULL where an argument is NULL, and where the object has no such member or has null there.
                The text is one that is_json_object takes; what other text gives is the engine's own matter.
                """,
        },
        Scalar("url_host", "url:string", ResultTypes.Text) with
        {
            Contract = """
                The host of a URL that begins with a scheme and ://, its ASCII letters in lower case, other letters as they are, without user, port and one final dot.
                ASCII white space at both ends does not count. An address in brackets keeps them.
                NULL of NULL, without scheme and ://, where the host is empty, where a name has white space, a colon, an @ or a bracket in it, and where brackets hold
                nothing or other than hexadecimal digits, colons and dots.
                """,
        },
        Scalar("url_has_parameter", "url:string, names:string", ResultTypes.Bool) with
        {
            Contract = $"""
                Whether the query of a URL has one of some parameters with a value that is not blank. {ParameterContract}
                The query lies between the first ? and the first #. Blank is a value of nothing but ASCII white space, + and the escapes of white space.
                NULL where an argument is NULL.
                """,
        },
        Scalar("url_tags", "url:string, part:string, names:string", ResultTypes.Texts) with
        {
            Contract = $"""
                For each of some parameters, in the order of the names, none of which may be given twice, the first value that says something, or NULL. {ParameterContract}
                The part is query, which lies between the first ? and the first #, or fragment, which is all behind the first #.
                A value is percent-decoded as UTF-8, + as a blank, but stays as it is written where an escape is broken or the bytes are not UTF-8; then ASCII white space at
                both ends is cut off. What is empty then, or null, undefined or (not set) in any ASCII case, says nothing.
                NULL where an argument is NULL, the part is another, or the URL has no such part.
                """,
        },
    ];
}
