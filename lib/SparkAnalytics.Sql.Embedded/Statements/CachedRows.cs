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
        var columns = string.Join(", ", cached.Output.Select((_, index) => $"c{index}"));
        statement.Session.Execute($"CREATE TABLE {table} AS SELECT * FROM (\n{statement.NewCompiler().Compile(cached.Input)}\n) AS kept({columns})");
        return table;
    }
}
