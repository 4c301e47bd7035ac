using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>A source without files.</summary>
internal static class EmptyRows
{
    public static string Select(Read read, NameScope names) =>
        $"SELECT {string.Join(", ", read.Columns.Concat(HiddenColumns.Of(read)).Select(column => $"CAST(NULL AS {SqlTypes.Name(column.DataType)}) AS {names[column]}"))}\nWHERE FALSE";
}
