using System.Collections.Frozen;
using SparkAnalytics.Sql.Connect.Dialect;
using SparkAnalytics.Sql.Connect.Lowering;

namespace SparkAnalytics.Sql.Connect.Compiler;

/// <summary>Every function in Spark's words.</summary>
internal static class FunctionTable
{
    private static readonly FrozenDictionary<string, FunctionTranslation> s_translations =
        SameFunctions.Table.Concat(OtherFunctions.Table).Concat(Patterns.Table).Concat(OwnFunctions.Table)
            .ToDictionary(StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    public static IEnumerable<string> Names => s_translations.Keys;

    /// <exception cref="AnalysisException">There is no such function.</exception>
    public static FunctionTranslation Find(string name) => s_translations.GetValueOrDefault(name) ?? EngineFunctions.Table.GetValueOrDefault(name) ?? throw new AnalysisException($"The engine Spark knows no function '{name}'.");
}
