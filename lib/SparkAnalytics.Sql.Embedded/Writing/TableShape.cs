using System.Collections.Immutable;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Columns, partitions and properties of a table as a write leaves it.</summary>
internal static class TableShape
{
    /// <param name="write">The write.</param>
    /// <param name="options">Its options.</param>
    /// <param name="before">The table before it, or null where there is none.</param>
    /// <returns>The metadata; that of <paramref name="before"/> itself where nothing of it changes.</returns>
    /// <exception cref="AnalysisException">The write asks for other partitions than the table has, or for some that cannot be.</exception>
    public static TableMetadata After(WriteCommand write, WriterOptions options, TableMetadata? before)
    {
        if (before is null || (write.Mode == SaveMode.Overwrite && options.OverwritesSchema))
        {
            RequirePartitions(write);
            return New(write, options, before);
        }

        if (!write.PartitionBy.IsEmpty && !write.PartitionBy.SequenceEqual(before.PartitionColumns, StringComparer.OrdinalIgnoreCase))
        {
            throw new AnalysisException(
                $"The table at '{write.Path}' is partitioned by {Names(before.PartitionColumns)}, not by {Names(write.PartitionBy)}. Write without partitionBy, or overwrite with overwriteSchema to change that.");
        }

        return options.MergesSchema && DeltaSchemas.Merged(before.Schema, Schema(write)) is { } merged && merged.ToJson() != before.Schema.ToJson() ? With(before, merged) : before;
    }

    private static TableMetadata New(WriteCommand write, WriterOptions options, TableMetadata? before)
    {
        var configuration = (before?.Configuration ?? ImmutableDictionary<string, string>.Empty).ToImmutableDictionary(StringComparer.Ordinal);
        if (options.StatisticsColumns is { } statistics)
        {
            configuration = configuration.SetItem(TableProperties.DataSkippingColumns, statistics);
        }

        configuration = options.Commit.DeletionVectors switch
        {
            true => configuration.SetItem(TableProperties.DeletionVectors, "true"),
            false => configuration.Remove(TableProperties.DeletionVectors),
            null => configuration,
        };
        return With(before ?? new TableMetadata(Schema(write)), Schema(write)) with { PartitionColumns = [.. write.PartitionBy], Configuration = configuration };
    }

    private static TableMetadata With(TableMetadata before, DeltaSchema schema) => new(schema)
    {
        Id = before.Id,
        Name = before.Name,
        Description = before.Description,
        PartitionColumns = before.PartitionColumns,
        Configuration = before.Configuration,
        CreatedTime = before.CreatedTime,
    };

    private static DeltaSchema Schema(WriteCommand write) =>
        DeltaTypes.FromSchema(new StructType(write.Input.Output.Select(column => new StructField(column.Name, column.DataType))));

    private static void RequirePartitions(WriteCommand write)
    {
        var columns = write.PartitionBy.Select(name => write.Input.Output.First(column => column.Name.Equals(name, StringComparison.OrdinalIgnoreCase))).ToList();
        if (columns.Find(column => column.DataType is ArrayType or MapType or StructType) is { } nested)
        {
            throw new AnalysisException($"The column '{nested.Name}' is {nested.DataType.SimpleString}; a table is partitioned by columns of plain values.");
        }

        if (columns.Count > 0 && columns.Count == write.Input.Output.Length)
        {
            throw new AnalysisException("All columns are partition columns; at least one must stand in the files.");
        }
    }

    private static string Names(IReadOnlyCollection<string> columns) => columns.Count == 0 ? "nothing" : string.Join(", ", columns);
}
