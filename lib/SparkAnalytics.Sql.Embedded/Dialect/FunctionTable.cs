using System.Collections.Frozen;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>What the embedded engine makes of each of Spark's functions; one line each, by family.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, FunctionTranslation> s_translations =
        Operators.Table.Concat(Texts.Table).Concat(Numbers.Table).Concat(Times.Table).Concat(Collections.Table).Concat(Documents.Table).Concat(Aggregates.Table).Concat(Windows.Table)
            .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that have a translation.</summary>
    public static IEnumerable<string> Names => s_translations.Keys;

    /// <summary>The translation of a function.</summary>
    /// <exception cref="AnalysisException">There is none; the message says why.</exception>
    public static FunctionTranslation Find(string name) =>
        s_translations.GetValueOrDefault(name) ?? EngineFunctions.Table.GetValueOrDefault(name) ?? throw new AnalysisException(
            Unsupported.Reasons.TryGetValue(name, out var reason)
                ? $"The embedded engine has no '{name}': {reason}."
                : $"The embedded engine knows no function '{name}'.");
}
