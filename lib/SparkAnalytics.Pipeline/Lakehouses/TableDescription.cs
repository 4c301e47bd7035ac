using System.Collections.Immutable;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.Lakehouses;

/// <summary>A table in words.</summary>
/// <param name="Name">The model's name.</param>
/// <param name="Grain">What one row is.</param>
/// <param name="Meaning">What the table is for.</param>
/// <param name="Columns">Its columns, in order.</param>
public sealed record TableDescription(string Name, string Grain, string Meaning, ImmutableArray<ColumnDescription> Columns)
{
    /// <summary>The declaration of a table beside its columns as they are stored.</summary>
    /// <param name="table">The table.</param>
    /// <param name="schema">Its columns as they are stored.</param>
    /// <returns>The description.</returns>
    /// <exception cref="PipelineException">The table was written by a release with other columns.</exception>
    internal static TableDescription Of(TableDefinition table, StructType schema)
    {
        var meanings = table.Columns.ToDictionary(column => column.Name, column => column.Meaning, StringComparer.Ordinal);
        return new TableDescription(table.Name, table.Grain, table.Meaning, [.. schema.Fields.Select(column => new ColumnDescription(column.Name, column.DataType.SimpleString, MeaningOf(column.Name)))]);

        string MeaningOf(string column) => meanings.TryGetValue(column, out var meaning)
            ? meaning
            : throw new PipelineException(ExitCode.BadInput, $"{table.Name} has a column '{column}' that this release does not know: another release wrote the table. Use that one, or rebuild.");
    }
}

/// <summary>A column in words.</summary>
/// <param name="Name">The column.</param>
/// <param name="Type">Its type in Spark's short form, e.g. <c>decimal(18,2)</c>.</param>
/// <param name="Meaning">What it holds.</param>
public sealed record ColumnDescription(string Name, string Type, string Meaning);
