using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Execution;

/// <summary>Columns that sources give besides a plan's own.</summary>
internal static class HiddenColumns
{
    /// <summary>The number of a row in its file, from 0; ids of hidden columns are negative and so never a plan's.</summary>
    public static AttributeReference RowNumber(Read read) => new(-read.FileName.Id, "_file_row_number", new LongType(), false);
}
