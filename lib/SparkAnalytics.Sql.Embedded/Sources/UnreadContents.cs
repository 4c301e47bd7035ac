using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>Files of which a plan wants names, times and lengths alone are not asked for their contents, which costs DuckDB time for each of them even where none is read.</summary>
internal static class UnreadContents
{
    public static Relation Apply(Relation relation) => relation is Project { Input: Read read } project && read.Format.Equals("binaryFile", StringComparison.OrdinalIgnoreCase)
        ? new Project(read with { Columns = [.. read.Columns.Where(column => column.DataType is not BinaryType || IsUsed(column, project))] }, project.Expressions)
        : relation.MapInputs(Apply);

    private static bool IsUsed(AttributeReference column, Project project) => project.Expressions.SelectMany(expression => expression.Value.Columns()).Any(used => used.Id == column.Id);
}
