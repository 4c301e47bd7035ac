using System.Collections.Concurrent;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>Rows computed once and kept in a table, which spills where memory is short, until they are released.</summary>
internal sealed class CachedRows
{
    private readonly ConcurrentDictionary<Guid, Lazy<string>> _tables = new();

    /// <summary>A SELECT over the kept rows; the first call computes them.</summary>
    public string Select(Cached cached, NameScope names, Statement statement)
    {
        var table = _tables.GetOrAdd(cached.Key, _ => new Lazy<string>(() => Keep(cached, statement)));
        try
        {
            var columns = cached.Output.Select((column, index) => $"c{index} AS {names[column]}");
            return $"SELECT {string.Join(", ", columns)}\nFROM {table.Value}";
        }
        catch
        {
            _tables.TryRemove(cached.Key, out _);
            throw;
        }
    }

    public CommandResult Release(Guid key, Statement statement)
    {
        if (_tables.TryRemove(key, out var table) && table.IsValueCreated)
        {
            statement.Session.Execute($"DROP TABLE IF EXISTS {table.Value}");
        }

        return CommandResult.None;
    }

    private static string Keep(Cached cached, Statement statement)
    {
        var table = SqlText.EngineTable($"cached_{cached.Key:N}");
        if (statement.Options.UseRewrites && cached.Input is Deduplicate { Keys.Length: > 0 } deduplicate)
        {
            Fill(table, deduplicate.Input, statement);
            DeleteLater(table, deduplicate, statement);
        }
        else
        {
            Fill(table, cached.Input, statement);
        }

        return table;
    }

    /// <summary>Writes all rows; what a computation that failed behind this left is replaced.</summary>
    private static void Fill(string table, Relation input, Statement statement)
    {
        var columns = string.Join(", ", input.Output.Select((_, index) => $"c{index}"));
        statement.Session.Execute($"CREATE OR REPLACE TABLE {table} AS SELECT * FROM (\n{statement.NewCompiler().Compile(input)}\n) AS kept({columns})");
    }

    /// <summary>Leaves the first row of each key. Most keys come once, so this holds the keys alone and not whole rows.</summary>
    private static void DeleteLater(string table, Deduplicate deduplicate, Statement statement)
    {
        string[] keys = [.. deduplicate.Output.Index().Where(column => deduplicate.Keys.Any(key => key.Id == column.Item.Id)).Select(column => $"c{column.Index}")];
        var later = LaterRows.Select($"SELECT {string.Join(", ", keys)}, rowid AS place FROM {table}", keys, "place", ["place"]);
        statement.Session.Execute($"DELETE FROM {table} WHERE rowid IN (\n{later}\n)");
    }
}
