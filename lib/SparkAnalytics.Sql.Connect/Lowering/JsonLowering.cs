using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Connect.Dialect.Terms;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>Strings and numbers in JSON by a path, told apart by what <c>get_json_object</c> keeps of the quotes.</summary>
internal static class JsonLowering
{
    public static IEnumerable<KeyValuePair<string, FunctionTranslation>> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["is_json_object"] = call => StrictJson.IsObject(call[0], StrictJson.Parsed(call[0])),
        ["json_string"] = call => AtPath(call, StringOf),
        ["json_number"] = call => AtPath(call, NumberOf),
    };

    /// <summary>A string keeps its quotes where it is found through <c>[*]</c>. NULL or a list where anything follows the document.</summary>
    public static Proto.Expression Quoted(Proto.Expression json, string path) => Call("get_json_object", InList(json), Text($"$[*]{path[1..]}"));

    /// <summary>Whether a value is a string, by its text and that with the quotes of strings.</summary>
    public static Proto.Expression IsString(Proto.Expression found, Proto.Expression quoted) => And(Call("startswith", quoted, Text("\"")), Not(Equal(quoted, found)));

    /// <summary>The text of a value if it is a number's, or looks like one.</summary>
    public static Proto.Expression NumberOrNull(Proto.Expression found) => When(Matches(found, JsonPatterns.MayBeNumber), found);

    private static Proto.Expression AtPath(CallTerms call, Func<Proto.Expression, Proto.Expression, string, Proto.Expression> form)
    {
        if (call.IsNullConstant(1) || !call.Constant(1).StartsWith('$'))
        {
            return NullText();
        }

        var path = call.Constant(1);
        return path.Contains("[*]", StringComparison.Ordinal) || path.Contains(".*", StringComparison.Ordinal)
            ? throw new AnalysisException($"The engine Spark has no '{call.Name}' with the path '{path}': it cannot tell the kinds of several values apart.")
            : form(Call("get_json_object", call[0], Text(path)), call[0], path);
    }

    /// <summary>Each condition has the value in it: only so Spark gets it once for all of them.</summary>
    /// <param name="found">The value's text, as <c>get_json_object</c> gives it.</param>
    /// <param name="json">The document.</param>
    /// <param name="path">Where the value stands.</param>
    private static Proto.Expression StringOf(Proto.Expression found, Proto.Expression json, string path)
    {
        var quoted = Quoted(json, path);
        return When(
        [
            IsNull(found), NullText(),
            Not(Matches(found, JsonPatterns.MayBeNoString)), found,
            Equal(quoted, found), NullText(),
            IsString(found, quoted), found,
            IsString(found, QuotedInFirst(json, path)), found,
            NullText(),
        ]);
    }

    private static Proto.Expression NumberOf(Proto.Expression found, Proto.Expression json, string path)
    {
        var quoted = Quoted(json, path);
        return When(
        [
            IsNull(found), NullText(),
            Not(Matches(found, JsonPatterns.MayBeNumber)), NullText(),
            Equal(quoted, found), found,
            IsString(found, quoted), NullText(),
            Equal(QuotedInFirst(json, path), found), found,
            NullText(),
        ]);
    }

    /// <summary>The same of the first value only; dearer.</summary>
    private static Proto.Expression QuotedInFirst(Proto.Expression json, string path) => Quoted(Call("get_json_object", json, Text("$")), path);

    private static Proto.Expression InList(Proto.Expression json) => Call("concat", Text("["), json, Text("]"));
}
