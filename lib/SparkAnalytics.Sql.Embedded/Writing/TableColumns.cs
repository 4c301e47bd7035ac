using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Rows brought to a table's columns.</summary>
internal static class TableColumns
{
    /// <summary>A SELECT with the table's columns by name, in its order, cast to its types, but for those that have no place in files; a column that the rows lack is NULL.</summary>
    /// <exception cref="AnalysisException">The rows have a column that the table has not.</exception>
    public static string Select(Relation input, string select, NameScope names, TableMetadata metadata)
    {
        RequireKnown(input, metadata);
        VoidColumns.RequireWritable(input, metadata);
        var columns = metadata.Schema.Fields.Where(field => !field.IsVoid).Select(field =>
        {
            var type = DeltaTypes.ToType(field.Type);
            var target = SqlText.Name(metadata.PhysicalName(field));
            var source = input.Output.FirstOrDefault(column => column.Name.Equals(field.Name, StringComparison.OrdinalIgnoreCase));
            return source is null
                ? $"CAST(NULL AS {SqlTypes.Name(type)}) AS {target}"
                : $"{StoredValue.Sql(VoidColumns.Without(names[source], source.DataType), VoidColumns.Without(source.DataType), type, field.Name)} AS {target}";
        });
        return $"SELECT {string.Join(", ", columns)}\nFROM (\n{select}\n)";
    }

    /// <summary>The relation that reads a table's columns.</summary>
    public static Read Read(Snapshot snapshot) => Read(snapshot.TableRoot, snapshot.Metadata);

    /// <summary>The relation that reads a table under the columns that it will have; those that it has not yet are NULL.</summary>
    public static Read Read(string path, TableMetadata metadata) => new(
        "delta",
        [path],
        System.Collections.Immutable.ImmutableDictionary<string, string>.Empty,
        [.. DeltaTypes.ToSchema(metadata.Schema).Fields.Select(field => AttributeReference.Create(field.Name, field.DataType))]);

    private static void RequireKnown(Relation input, TableMetadata metadata)
    {
        var doubled = input.Output.GroupBy(column => column.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (doubled is not null)
        {
            throw new AnalysisException($"The column '{doubled.Key}' is there {doubled.Count()} times; a table has each name once, whatever the case.");
        }

        var unknown = input.Output.FirstOrDefault(column => metadata.Schema.Find(column.Name) is null);
        if (unknown is not null)
        {
            throw new AnalysisException($"The table has no column '{unknown.Name}'; it has {string.Join(", ", metadata.Schema.Fields.Select(field => field.Name))}. Write with mergeSchema to add it, or overwrite with overwriteSchema.");
        }
    }
}
