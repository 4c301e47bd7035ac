using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Constraints;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Rows that meet a table's constraints: the first that does not ends the statement, with its values in the error.</summary>
/// <param name="table">The table, for messages.</param>
/// <param name="metadata">Its columns and constraints.</param>
/// <param name="statement">The statement.</param>
/// <param name="also">Conditions besides the table's own.</param>
internal sealed class CheckedRows(string table, TableMetadata metadata, Statement statement, params IReadOnlyList<TableConstraint> also)
{
    /// <summary>The rows of a SELECT with the table's columns, checked; the SELECT itself where the table takes all rows.</summary>
    /// <exception cref="UnsupportedTableFeatureException">A condition is not understood.</exception>
    public string Select(string select)
    {
        var compiler = statement.NewCompiler();
        var columns = metadata.Schema.Fields.Where(field => !field.IsVoid).Select(field => (Stored: SqlText.Name(metadata.PhysicalName(field)), Column: AttributeReference.Create(field.Name, Type(field)))).ToList();
        if (ConstraintSql.Violation(table, metadata, [.. columns.Select(column => column.Column)], compiler.Expressions, also) is not { } violation)
        {
            return select;
        }

        return $"""
            SELECT {string.Join(", ", columns.Select(column => $"{compiler.Names[column.Column]} AS {column.Stored}"))}
            FROM (SELECT {string.Join(", ", columns.Select(column => $"{column.Stored} AS {compiler.Names[column.Column]}"))}
            FROM (
            {select}
            )) WHERE (CASE WHEN {violation} IS NULL THEN TRUE ELSE error({violation}) END)
            """;
    }

    /// <summary>A condition that depends on a collation is refused, but texts are not filled up before they are stored.</summary>
    private static DataType Type(DeltaField field) => field.Collations.Count > 0 ? DeltaTypes.ToType(field) : DeltaTypes.ToType(field.Type);
}
