using SparkAnalytics.Sql.Connect.Dialect;

namespace SparkAnalytics.Sql.Connect.Lowering;

/// <summary>Our own functions in Spark's: the forms and their costs are measured.</summary>
internal static class OwnFunctions
{
    public static IEnumerable<KeyValuePair<string, FunctionTranslation>> Table { get; } =
        [KeyValuePair.Create<string, FunctionTranslation>("first_match", FirstMatch), .. JsonLowering.Table, .. JsonMemberLowering.Table, .. UrlLowering.Table];

    private static Protocol.Expression FirstMatch(CallTerms call)
    {
        var text = call[0];
        var branches = Enumerable.Range(1, call.Count - 1).SelectMany(number => new[] { Terms.Matches(text, JavaPatterns.Translate(call.Constant(number))), Terms.Number(number) });
        return Terms.When([Terms.IsNull(text), Terms.Null(new Types.IntegerType()), .. branches, Terms.Number(0)]);
    }
}
