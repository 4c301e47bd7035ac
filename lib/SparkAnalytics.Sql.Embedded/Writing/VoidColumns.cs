using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Columns and members that are NULL in every row: Delta notes them in the schema as <c>void</c> and leaves them out of data files, which must hold something else.</summary>
internal static class VoidColumns
{
    /// <exception cref="AnalysisException">Nothing could be stored, rows could not be told apart by a partition, or values would come into a column that has no type for them.</exception>
    public static void RequireWritable(Relation input, TableMetadata metadata)
    {
        if (metadata.Schema.Fields.All(field => field.IsVoid))
        {
            throw new AnalysisException("A Delta table of which all columns have the type void cannot be written; cast one of them.");
        }

        if (metadata.Schema.Fields.FirstOrDefault(field => field.IsVoid && metadata.PartitionColumns.Contains(field.Name, StringComparer.OrdinalIgnoreCase)) is { } partition)
        {
            throw new AnalysisException($"A Delta table cannot be partitioned by '{partition.Name}', which has the type void; cast it.");
        }

        if (input.Output.FirstOrDefault(column => column.DataType is not NullType && metadata.Schema.Find(column.Name) is { IsVoid: true }) is { } typed)
        {
            throw new AnalysisException($"The table's column '{typed.Name}' has the type void, so it takes no values of type {typed.DataType.SimpleString}. Overwrite with overwriteSchema to change that.");
        }
    }

    /// <summary>A type without members that are NULL in every row.</summary>
    public static DataType Without(DataType type) => type is StructType structure && Holds(structure)
        ? new StructType(structure.Fields.Where(field => field.DataType is not NullType).Select(field => field with { DataType = Without(field.DataType) }))
        : type;

    /// <summary>A value without them.</summary>
    public static string Without(string sql, DataType type)
    {
        if (type is not StructType structure || !Holds(structure))
        {
            return sql;
        }

        var members = structure.Fields.Where(field => field.DataType is not NullType).Select(field => $"{SqlText.Name(field.Name)} := {Without($"struct_extract({sql}, {SqlText.Text(field.Name)})", field.DataType)}");
        return $"(CASE WHEN {sql} IS NOT NULL THEN struct_pack({string.Join(", ", members)}) END)";
    }

    private static bool Holds(StructType structure) => structure.Fields.Exists(field => field.DataType is NullType || (field.DataType is StructType inner && Holds(inner)));
}
