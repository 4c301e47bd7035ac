using DuckDB.NET.Data;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>Schemas that DuckDB tells.</summary>
internal static class SchemaText
{
    /// <summary>The columns of a query.</summary>
    public static StructType Describe(DuckSession session, string sql) => Of(session, $"DESCRIBE {sql}");

    /// <summary>The columns that a DESCRIBE statement tells.</summary>
    public static StructType Of(DuckSession session, string describe) => new(Told(session, describe).Select(column => new StructField(column.Name, SqlTypes.Parse(column.Type))));

    /// <summary>Names and DuckDB's types of a query's columns.</summary>
    public static IReadOnlyList<(string Name, string Type)> Columns(DuckSession session, string sql) =>
        Told(session, $"DESCRIBE {sql}");

    /// <summary>The parameter of <c>read_parquet</c> that fixes names and types, so that files may lack columns or hold narrower types.</summary>
    /// <param name="columns">The key of each column in the file (its name in quotes, or its field id) and its type.</param>
    public static string Fixed(IEnumerable<(string Key, string Name, DataType Type)> columns) =>
        $"schema = MAP {{{string.Join(", ", columns.Select(column => $"{column.Key}: {{name: {SqlText.Text(column.Name)}, type: {SqlText.Text(SqlTypes.Name(column.Type))}, default_value: NULL}}"))}}}";

    private static IReadOnlyList<(string Name, string Type)> Told(DuckSession session, string describe) =>
        [.. session.Query(describe, reader => (reader.GetString(0), reader.GetString(1)))];
}
