using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Constraints;

/// <summary>
/// When a required value is missing, as a condition over DuckDB's columns that is never NULL. A member of a struct that is NULL itself counts as missing, as it does on Spark
/// (a NOT NULL of a member binds the structs around it); inside of arrays and maps, which Spark does not check, only the members of structs that are there are required.
/// </summary>
internal static class RequiredValueSql
{
    /// <param name="value">The required value.</param>
    /// <param name="column">The column that the path begins with, in SQL.</param>
    public static string IsMissing(RequiredValue value, string column) => IsMissing(value.Path.AsSpan()[1..], column, holder: null, depth: 0);

    private static string IsMissing(ReadOnlySpan<PathStep> steps, string value, string? holder, int depth)
    {
        if (steps.IsEmpty)
        {
            return holder is null ? $"({value} IS NULL)" : $"({holder} IS NOT NULL AND {value} IS NULL)";
        }

        var item = $"item_{SqlText.Number(depth)}";
        return steps[0].Kind switch
        {
            PathStepKind.Member => IsMissing(steps[1..], $"{value}[{SqlText.Text(steps[0].Name)}]", depth > 0 ? value : null, depth),
            PathStepKind.Element => Any(value, item, IsMissing(steps[1..], item, holder: null, depth + 1)),
            PathStepKind.Key => Any($"map_keys({value})", item, IsMissing(steps[1..], item, holder: null, depth + 1)),
            _ => Any($"map_values({value})", item, IsMissing(steps[1..], item, holder: null, depth + 1)),
        };
    }

    private static string Any(string items, string item, string condition) => $"(coalesce(len(list_filter({items}, lambda {item}: {condition})), 0) > 0)";
}
