using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Plans;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>
/// Capitals of ASCII made small. Spark's <c>translate</c> makes a text of every single letter and looks it up; <c>lower</c> takes one step for each byte, and does the same where a text is ASCII.
/// </summary>
internal static class AsciiCase
{
    private const string Capitals = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const string Small = "abcdefghijklmnopqrstuvwxyz";

    public static IEnumerable<KeyValuePair<string, FunctionTranslation>> Table { get; } = new Dictionary<string, FunctionTranslation> { ["translate"] = Translate };

    /// <summary>A text in small letters, which is a part of another: that one is asked whether it is ASCII, so that the part is made once.</summary>
    public static Proto.Expression Lower(Proto.Expression whole, Proto.Expression part) => Terms.When(
    [
        Terms.Equal(Terms.Call("octet_length", whole), Terms.Call("length", whole)), Terms.Call("lower", part),
        Terms.Call("translate", part, Terms.Text(Capitals), Terms.Text(Small)),
    ]);

    private static Proto.Expression Translate(CallTerms call) =>
        call.Argument(1) is Literal { Value: Capitals } && call.Argument(2) is Literal { Value: Small } && Whole(call.Argument(0)) is { } whole
            ? Lower(call.Compiled(whole), call[0])
            : Translations.Same(call);

    /// <summary>The column that a text is a part of, or null.</summary>
    private static AttributeReference? Whole(Expression text) => text switch
    {
        AttributeReference column => column,
        FunctionCall { Name: "trim" or "ltrim" or "rtrim", Arguments: [var inner, .. var signs] } when signs.All(sign => sign is Literal) => Whole(inner),
        _ => null,
    };
}
