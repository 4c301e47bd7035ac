using SparkAnalytics.Sql.Connect.Dialect;

namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>Our own functions in Spark's, and one of Spark's that costs less in another form: the forms and their costs are measured.</summary>
internal static class OwnFunctions
{
    public static IEnumerable<KeyValuePair<string, FunctionTranslation>> Table { get; } =
        [KeyValuePair.Create<string, FunctionTranslation>("first_match", FirstMatch), .. JsonLowering.Table, .. JsonMemberLowering.Table, .. UrlLowering.Table, .. AsciiCase.Table];

    private static Protocol.Expression FirstMatch(CallTerms call)
    {
        var patterns = Enumerable.Range(1, call.Count - 1).Select(call.Constant).ToList();
        return Terms.When([Terms.IsNull(call[0]), Terms.Null(new Types.IntegerType()), FirstMatch(call[0], patterns, 1)]);
    }

    /// <summary>One question for the first half of the patterns together, so that a text that is found late, or never, is not searched for each of them.</summary>
    private static Protocol.Expression FirstMatch(Protocol.Expression text, List<string> patterns, int first)
    {
        if (patterns.Count == 1)
        {
            return Terms.When([Terms.Matches(text, PatternTries.AnyOf(patterns) ?? JavaPatterns.Translate(patterns[0])), Terms.Number(first), Terms.Number(0)]);
        }

        var half = patterns.Count / 2;
        var (before, after) = (patterns[..half], patterns[half..]);
        return PatternTries.AnyOf(before) is { } any
            ? Terms.When([Terms.Matches(text, any), FirstMatch(text, before, first), FirstMatch(text, after, first + half)])
            : Terms.When([Terms.Matches(text, JavaPatterns.Translate(patterns[0])), Terms.Number(first), FirstMatch(text, patterns[1..], first + 1)]);
    }
}
