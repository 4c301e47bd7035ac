using SparkAnalytics.Sql.Embedded.Dialect;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Values brought to a column's type. Members of structs go by their names, as columns do; a member that the value lacks is NULL.</summary>
internal static class StoredValue
{
    /// <param name="value">The value in SQL.</param>
    /// <param name="from">Its type.</param>
    /// <param name="to">The column's type.</param>
    /// <param name="path">The column, for errors.</param>
    /// <exception cref="AnalysisException">The value has a member that the column has not.</exception>
    public static string Sql(string value, DataType from, DataType to, string path) => Sql(value, from, to, path, 0);

    private static string Sql(string value, DataType from, DataType to, string path, int depth)
    {
        var item = $"item{SqlText.Number(depth)}";
        return (from, to) switch
        {
            _ when from == to => value,
            (StructType source, StructType target) => Structure(value, source, target, path, depth),
            (ArrayType source, ArrayType target) => $"list_transform({value}, lambda {item}: {Sql(item, source.ElementType, target.ElementType, path + ".element", depth + 1)})",
            (MapType source, MapType target) => $"map(list_transform(map_keys({value}), lambda {item}: {Sql(item, source.KeyType, target.KeyType, path + ".key", depth + 1)}), list_transform(map_values({value}), lambda {item}: {Sql(item, source.ValueType, target.ValueType, path + ".value", depth + 1)}))",
            _ => CastCompiler.Sql(value, from, to, isTry: false),
        };
    }

    private static string Structure(string value, StructType source, StructType target, string path, int depth)
    {
        if (source.Fields.Find(member => Find(target, member.Name) is null) is { } unknown)
        {
            throw new AnalysisException($"The table has no '{path}.{unknown.Name}'; '{path}' has {string.Join(", ", target.Fields.Select(member => member.Name))}. Write with mergeSchema to add it, or overwrite with overwriteSchema.");
        }

        var members = target.Fields.Select(member => Find(source, member.Name) is { } given
            ? $"{SqlText.Name(member.Name)} := {Sql($"struct_extract({value}, {SqlText.Text(given.Name)})", given.DataType, member.DataType, $"{path}.{member.Name}", depth)}"
            : $"{SqlText.Name(member.Name)} := CAST(NULL AS {SqlTypes.Name(member.DataType)})");
        return $"(CASE WHEN {value} IS NOT NULL THEN struct_pack({string.Join(", ", members)}) END)";
    }

    private static StructField? Find(StructType structure, string name) => structure.Fields.Find(member => member.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
