using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.Lakehouses;

internal static partial class TableCatalog
{
    /// <summary>Makes sure that there is a table of this name.</summary>
    /// <exception cref="PipelineException">There is none; the message lists the names, the nearest first.</exception>
    public static void Require(string table)
    {
        if (!TableNames.All.Contains(table))
        {
            throw new PipelineException(ExitCode.BadUsage, $"There is no table '{table}'. Did you mean {NearestName.Of(table, TableNames.All)}? The tables are: {string.Join(", ", TableNames.All)}.");
        }
    }

    /// <summary>A table in words.</summary>
    /// <param name="table">Its name.</param>
    /// <param name="schema">Its columns as they are stored.</param>
    public static TableDescription Describe(string table, StructType schema)
    {
        var meaning = s_tables.Single(known => known.Name == table);
        var columns = meaning.Columns.ToDictionary(column => column.Name, column => column.Meaning, StringComparer.Ordinal);
        return new TableDescription(
            table,
            meaning.Grain,
            meaning.Meaning,
            [.. schema.Fields.Select(column => new ColumnDescription(column.Name, column.DataType.SimpleString, columns.GetValueOrDefault(column.Name, string.Empty)))]);
    }
}
