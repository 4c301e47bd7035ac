using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Embedded.Dialect.Translations;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions of arrays and maps.</summary>
internal static class Collections
{
    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["array"] = call => call.Typed($"[{call.All}]"),
        ["array_contains"] = Template("spark_array_contains({0}, {1})"),
        ["array_position"] = Template("CAST(coalesce(list_position({0}, {1}), CASE WHEN {0} IS NOT NULL AND {1} IS NOT NULL THEN 0 END) AS BIGINT)"),
        ["array_remove"] = Template("list_filter({0}, lambda item: item <> {1} OR item IS NULL)"),
        ["array_append"] = Template("(CASE WHEN {0} IS NOT NULL THEN list_append({0}, {1}) END)"),
        ["array_prepend"] = Template("(CASE WHEN {0} IS NOT NULL THEN list_prepend({1}, {0}) END)"),
        ["array_compact"] = Template("list_filter({0}, lambda item: item IS NOT NULL)"),
        ["array_repeat"] = Template("list_transform(range(CAST({1} AS BIGINT)), lambda item: {0})"),
        ["array_distinct"] = Template("spark_array_distinct({0})"),
        ["array_sort"] = Template("list_sort({0}, 'ASC', 'NULLS LAST')"),
        ["sort_array"] = call => call.Count < 2 || call.IsTrue(1) ? $"list_sort({call[0]}, 'ASC', 'NULLS FIRST')" : $"list_sort({call[0]}, 'DESC', 'NULLS LAST')",
        ["array_min"] = Same("list_min"),
        ["array_max"] = Same("list_max"),
        ["array_join"] = call => call.Count > 2
            ? $"spark_join_text(list_transform({call[0]}, lambda item: coalesce(item, {call[2]})), {call[1]})"
            : $"spark_join_text(list_filter({call[0]}, lambda item: item IS NOT NULL), {call[1]})",
        ["array_intersect"] = Template("list_filter(spark_array_distinct({0}), lambda item: spark_has_item({1}, item))"),
        ["array_union"] = Template("spark_array_distinct(list_concat({0}, {1}))"),
        ["array_except"] = Template("list_filter(spark_array_distinct({0}), lambda item: NOT spark_has_item({1}, item))"),
        ["arrays_overlap"] = Template("list_has_any({0}, {1})"),
        ["concat"] = call => call.Count == 0 ? "''" : call.Result switch
        {
            ArrayType => $"(CASE WHEN {string.Join(" AND ", Enumerable.Range(0, call.Count).Select(index => $"{call[index]} IS NOT NULL"))} THEN list_concat({call.All}) END)",
            _ => $"({string.Join(" || ", Enumerable.Range(0, call.Count).Select(index => call[index]))})",
        },
        ["arrays_zip"] = call => call.Typed($"list_zip({call.All})"),
        ["flatten"] = Same("flatten"),
        ["slice"] = Template("(CASE WHEN {1} > 0 THEN list_slice({0}, {1}, {1} + {2} - 1) ELSE list_slice({0}, len({0}) + {1} + 1, len({0}) + {1} + {2}) END)"),
        ["reverse"] = call => call.Result is ArrayType ? $"list_reverse({call[0]})" : $"reverse({call[0]})",
        ["sequence"] = Sequence,
        ["size"] = call => call.Typed(call.Type(0) is MapType ? $"cardinality({call[0]})" : $"len({call[0]})"),
        ["map"] = call => call.Typed($"map([{Every(call, 0)}], [{Every(call, 1)}])"),
        ["map_from_arrays"] = Template("map({0}, {1})"),
        ["map_from_entries"] = Same("map_from_entries"),
        ["map_keys"] = Same("map_keys"),
        ["map_values"] = Same("map_values"),
        ["map_entries"] = Same("map_entries"),
        ["map_concat"] = Same("map_concat"),
        ["map_contains_key"] = Template("list_contains(map_keys({0}), {1})"),
        ["explode"] = Template("unnest({0})"),
        ["explode_outer"] = Template("unnest(CASE WHEN len({0}) > 0 THEN {0} ELSE [NULL] END)"),
    };

    private static string Every(CallSql call, int offset) => string.Join(", ", Enumerable.Range(0, call.Count / 2).Select(index => call[(index * 2) + offset]));

    private static string Sequence(CallSql call) => call.Type(0) switch
    {
        DateType => $"list_transform(generate_series(CAST({call[0]} AS TIMESTAMP), CAST({call[1]} AS TIMESTAMP), {(call.Count > 2 ? call[2] : "INTERVAL 1 DAY")}), lambda item: CAST(item AS DATE))",
        TimestampType => $"generate_series({call[0]}, {call[1]}, {(call.Count > 2 ? call[2] : "INTERVAL 1 DAY")})",
        _ => call.Typed($"generate_series({call[0]}, {call[1]}, {(call.Count > 2 ? call[2] : $"CASE WHEN {call[0]} > {call[1]} THEN -1 ELSE 1 END")})"),
    };
}
