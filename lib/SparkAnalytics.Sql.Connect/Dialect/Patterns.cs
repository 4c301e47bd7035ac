using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>Functions with regular expressions.</summary>
internal static class Patterns
{
    public static IEnumerable<KeyValuePair<string, FunctionTranslation>> Table { get; } =
        new[] { "rlike", "split", "regexp_extract", "regexp_extract_all", "regexp_replace", "regexp_count" }
            .Select(name => KeyValuePair.Create<string, FunctionTranslation>(name, WithPattern));

    /// <summary>From here on a pattern is likely a list of words.</summary>
    private const int LongPattern = 200;

    /// <summary>The second argument is the pattern; one that is no constant is Java's as it stands.</summary>
    private static Protocol.Expression WithPattern(CallTerms call) => Terms.Call(
        call.Name,
        call.All.Select((argument, index) => index == 1 && call.Argument(1) is Literal { Value: string pattern } ? Terms.Text(Translate(call.Name, pattern)) : argument));

    private static string Translate(string function, string pattern) =>
        function == "rlike" && pattern.Length > LongPattern && PatternTries.AnyOf([pattern]) is { } question ? question : JavaPatterns.Translate(pattern);
}
