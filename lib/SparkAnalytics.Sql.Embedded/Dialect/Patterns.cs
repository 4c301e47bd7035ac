using SparkAnalytics.Sql.Embedded.Native.Patterns;
using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions of regular expressions: DuckDB's, or C# where remembering pays and both find the same.</summary>
internal static class Patterns
{
    /// <summary>From this length on DuckDB seeks groups by slow means.</summary>
    private const int LongPattern = 256;

    /// <summary>A constant pattern.</summary>
    public static string Sql(CallSql call, int index) => SqlText.Text(RegexTranslator.Pattern(call.Constant(index)));

    /// <summary>Whether a constant pattern is found: a full match, as DuckDB computes it once for each value of a dictionary, which it does not do for regexp_matches.</summary>
    public static string Holds(CallSql call, int index) =>
        $"regexp_full_match({call[0]}, {SqlText.Text(RegexTranslator.Around(call.Constant(index)))})";

    public static string FirstMatch(CallSql call)
    {
        var numbers = Enumerable.Range(1, call.Count - 1).ToList();
        var patterns = numbers.ConvertAll(call.Constant);
        if (patterns.TrueForAll(pattern => KnownPatterns.Find(pattern) is not null))
        {
            return call.Typed($"spark_first_match({call[0]}, {SqlText.Text(string.Join(KnownPatterns.Separator, patterns))})");
        }

        var branches = numbers.ConvertAll(number => $"WHEN {Holds(call, number)} THEN {call.Compile(new Plans.Literal(number, new Types.IntegerType()))}");
        return $"(CASE WHEN {call[0]} IS NULL THEN NULL {string.Join(' ', branches)} ELSE 0 END)";
    }

    public static string Extract(CallSql call)
    {
        var pattern = call.Constant(1);
        return pattern.Length >= LongPattern && call.Argument(2) is Plans.Literal { Value: 1 } && KnownPatterns.FindGroup(pattern) is not null
            ? $"spark_first_group({call[0]}, {SqlText.Text(pattern)})"
            : $"regexp_extract({call[0]}, {Sql(call, 1)}, {call[2]})";
    }
}
