using System.Globalization;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Sql;

namespace SparkAnalytics.EndToEnd.Tests.Support;

/// <summary>Some rows of a table, and what they are called in messages.</summary>
/// <param name="Name">The name.</param>
/// <param name="Rows">The rows.</param>
internal sealed record NamedRows(string Name, DataFrame Rows);

/// <summary>What differs between two versions of one table, in words.</summary>
internal static class TableDifferences
{
    private const int MostRows = 6;

    /// <summary>A line for types that differ, or for each of the first rows that only one side has.</summary>
    public static IEnumerable<string> Of(TableDefinition table, NamedRows one, NamedRows other) => one.Rows.DTypes().SequenceEqual(other.Rows.DTypes())
        ? Only(table, one, other).Concat(Only(table, other, one))
        : [$"{table.Name}: {one.Name} {one.Rows}, {other.Name} {other.Rows}"];

    private static IEnumerable<string> Only(TableDefinition table, NamedRows rows, NamedRows others)
    {
        var only = rows.Rows.ExceptAll(others.Rows);
        var count = only.Count();
        return only.OrderBy(table.Key[0], [.. table.Key.Skip(1)]).Take(MostRows).Select(row => string.Create(CultureInfo.InvariantCulture, $"{table.Name}, {count} rows only by {rows.Name}: {Text(row)}"));
    }

    private static string Text(Row row) =>
        string.Join(", ", row.Values.Select((value, index) => $"{row.Schema.Fields[index].Name}={(value is null ? "NULL" : string.Create(CultureInfo.InvariantCulture, $"<{value}>"))}"));
}
