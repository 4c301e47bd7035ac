using SparkAnalytics.Sql.Analysis;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>Refuses options that would be passed over: what they ask for would not be done, and nobody would know.</summary>
internal static class KnownOptions
{
    /// <param name="options">The options that are given.</param>
    /// <param name="whose">Who takes them, for the error: <c>reader of csv</c>.</param>
    /// <param name="known">The names of all that there are.</param>
    /// <exception cref="AnalysisException">An option is none of them.</exception>
    public static void Require(IEnumerable<KeyValuePair<string, string>> options, string whose, IReadOnlyCollection<string> known)
    {
        if (options.Select(option => option.Key).FirstOrDefault(name => !known.Contains(name, StringComparer.OrdinalIgnoreCase)) is not { } unknown)
        {
            return;
        }

        var hint = NearestNames.Close(unknown, known) is { } near ? $" Did you mean {near}?" : string.Empty;
        throw new AnalysisException($"The {whose} has no option '{unknown}'.{hint} It has: {NearestNames.List(unknown, known)}.");
    }
}
