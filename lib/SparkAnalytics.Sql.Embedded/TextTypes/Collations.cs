using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.TextTypes;

/// <summary>
/// Columns whose collation says that other texts are equal, or come in another order, than their bytes say. This engine knows none, so such columns are handed on, counted and asked for NULL, and
/// all else is refused; a cast to string takes the collation off.
/// </summary>
internal static class Collations
{
    private static readonly HashSet<string> s_harmless = ["isnull", "isnotnull"];

    /// <summary>A type with a collation on its texts, those in structs left out.</summary>
    public static DataType On(DataType type, string collation) => type switch
    {
        StringType text => text with { Collation = collation },
        ArrayType array => new ArrayType(On(array.ElementType, collation), array.ContainsNull),
        MapType map => new MapType(On(map.KeyType, collation), On(map.ValueType, collation), map.ValueContainsNull),
        _ => type,
    };

    /// <exception cref="AnalysisException">A call may depend on a collation.</exception>
    public static void Check(FunctionCall call)
    {
        if (s_harmless.Contains(call.Name) || call is { Name: "count", IsDistinct: false })
        {
            return;
        }

        foreach (var argument in call.Arguments)
        {
            Check(argument, $"used in {call.Name}");
        }
    }

    /// <exception cref="AnalysisException">The value has a collation.</exception>
    public static void Check(Expression value, string use)
    {
        if (In(value.Type) is { } collation)
        {
            var name = value.Columns().FirstOrDefault(column => In(column.DataType) is not null)?.Name ?? "of the expression";
            throw new AnalysisException($"The column '{name}' has the collation {collation}, which the embedded engine does not know, so it cannot be {use}. Cast it to string to take its bytes, or run this on Spark.");
        }
    }

    private static string? In(DataType type) => type switch
    {
        StringType text => text.Collation,
        ArrayType array => In(array.ElementType),
        MapType map => In(map.KeyType) ?? In(map.ValueType),
        StructType structure => structure.Fields.Select(field => In(field.DataType)).FirstOrDefault(collation => collation is not null),
        _ => null,
    };
}
