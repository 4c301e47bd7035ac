using System.Collections.Frozen;
using System.Collections.Immutable;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <summary>Calls in Spark SQL as calls in plans; most are the same.</summary>
internal static class FunctionNames
{
    /// <summary>Names of plans that Spark SQL does not have, and functions that do not always give the same: Spark takes them in a constraint, but what it then says of a row is chance.</summary>
    private static readonly FrozenSet<string> s_refused = FrozenSet.ToFrozenSet(
    [
        "bitwise_not", "drop_fields", "getitem", "input_file_name", "monotonically_increasing_id", "negate", "rand", "randn", "shuffle", "spark_partition_id", "uuid", "with_field",
    ],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Types that are called like functions to cast.</summary>
    private static readonly FrozenSet<string> s_casts = FrozenSet.ToFrozenSet(
        ["bigint", "binary", "boolean", "date", "decimal", "double", "float", "int", "smallint", "string", "timestamp", "tinyint"], StringComparer.OrdinalIgnoreCase);

    /// <summary>The call as plans have it.</summary>
    /// <param name="name">The name in Spark SQL.</param>
    /// <param name="arguments">The arguments.</param>
    /// <returns>The expression, or null where the function is not known, or makes no value of a single row.</returns>
    public static Expression? Call(string name, ImmutableArray<Expression> arguments)
    {
        var word = name.ToLowerInvariant();
        if (s_casts.Contains(word))
        {
            return arguments is [var value] ? new Cast(value, DataTypeParser.ParseType(word)) : null;
        }

        // With a set of signs, Spark SQL has the set first.
        return word is "trim" or "ltrim" or "rtrim" && arguments is [var signs, var text] ? new FunctionCall(word, [text, signs])
            : IsKnown(word) ? new FunctionCall(word, arguments)
            : null;
    }

    private static bool IsKnown(string name) =>
        char.IsAsciiLetter(name[0])
        && !s_refused.Contains(name)
        && (FunctionRegistry.Find(name) is { } function ? function.Kind == FunctionKind.Scalar && !function.IsOwn : IsScalarSynonym(name));

    private static bool IsScalarSynonym(string name) =>
        FunctionRegistry.Synonyms.Contains(name, StringComparer.Ordinal)
        && name is not ("any_value" or "approx_percentile" or "array_agg" or "count_if" or "every" or "first_value" or "last_value" or "mean" or "some" or "std" or "stddev" or "variance");
}
