using System.Globalization;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Models.Tests.Support;

/// <summary>One row of a table, its values as text that is the same everywhere: instants as <c>2025-03-01 09:00:00.000000Z</c>, decimals with all their digits.</summary>
public sealed class TableRow(Row row)
{
    /// <summary>A value as text, null for NULL.</summary>
    public string? this[string column] => Convert.ToString(row.Get(column), CultureInfo.InvariantCulture) is { } text && row.Get(column) is not null ? text : null;

    /// <summary>A value as it is.</summary>
    public T As<T>(string column) => row.GetAs<T>(column);

    /// <summary>Several values side by side, NULL written out.</summary>
    public string Line(params IEnumerable<string> columns) => string.Join(" | ", columns.Select(column => this[column] ?? "NULL"));

    /// <summary>All values side by side.</summary>
    public string Line() => Line(row.Schema.Fields.Select(field => field.Name));
}
