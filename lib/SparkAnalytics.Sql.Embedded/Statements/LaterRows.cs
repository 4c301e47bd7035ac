namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>Of rows that come in an order, those whose key came before.</summary>
internal static class LaterRows
{
    /// <summary>A SELECT of them. NULL is a key like others.</summary>
    /// <param name="rows">A SELECT of the keys and of what tells a row's place.</param>
    /// <param name="keys">The columns that make a key.</param>
    /// <param name="place">One number for the place of a row, from the columns of <paramref name="rows"/>.</param>
    /// <param name="columns">Which columns to give.</param>
    public static string Select(string rows, IReadOnlyList<string> keys, string place, IReadOnlyList<string> columns)
    {
        var list = string.Join(", ", keys);
        var isEqual = string.Join(" AND ", keys.Select(key => $"later.{key} IS NOT DISTINCT FROM repeated.{key}"));
        return $"""
            SELECT {string.Join(", ", columns)}
            FROM ({rows}) AS later
            JOIN (SELECT {list}, min({place}) AS first_place FROM ({rows}) GROUP BY {list} HAVING count(*) > 1) AS repeated ON {isEqual}
            WHERE {place} > first_place
            """;
    }
}
