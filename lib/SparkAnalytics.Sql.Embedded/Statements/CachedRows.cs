using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;
using SparkAnalytics.Sql.Embedded.Parquet;
using SparkAnalytics.Sql.Embedded.Rewrites;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>
/// Rows computed once and kept until they are released: in a table, which spills where memory is short, or, where they are to lie on disk alone, in a file. Repeated texts lie in a file
/// once, so that what is computed from them is computed once too.
/// </summary>
internal sealed class CachedRows
{
    private readonly ConcurrentDictionary<Guid, Lazy<Kept>> _kept = new();
    private readonly ConcurrentDictionary<Guid, Cached> _announced = new();

    /// <summary>The rows that are to be kept in a table and were not used yet.</summary>
    public IEnumerable<Cached> Awaited => _announced.Values.Where(cached => !_kept.ContainsKey(cached.Key));

    /// <summary>Notes rows that are to be kept, where others may fill them.</summary>
    public void Announce(Cached cached)
    {
        if (!LieInFiles(cached))
        {
            _announced[cached.Key] = cached;
        }
    }

    /// <summary>Keeps rows that were come by on the way.</summary>
    /// <param name="cached">What they are.</param>
    /// <param name="select">All of them, in their order, under any names.</param>
    /// <param name="statement">The statement that came by them.</param>
    public void Fill(Cached cached, string select, Statement statement)
    {
        var table = SqlText.EngineTable($"gathered_{Guid.NewGuid():N}");
        statement.Session.Execute($"CREATE TABLE {table} AS\nSELECT *\nFROM (\n{select}\n) AS kept({string.Join(", ", cached.Output.Select((_, index) => $"c{index}"))})");
        if (!_kept.TryAdd(cached.Key, new Lazy<Kept>(new Kept(table, []))))
        {
            statement.Session.Execute($"DROP TABLE {table}");
        }
    }

    /// <summary>A SELECT over the kept rows; the first call computes them.</summary>
    public string Select(Cached cached, NameScope names, Statement statement)
    {
        var kept = _kept.GetOrAdd(cached.Key, _ => new Lazy<Kept>(() => Keep(cached, statement)));
        try
        {
            var place = cached.Output.IsEmpty ? [] : new[] { $"{(kept.Value.Files.Count == 0 ? "rowid" : HiddenColumns.PlaceInFiles)} AS {names[HiddenColumns.Place(cached)]}" };
            var columns = cached.Output.Select((column, index) => $"c{index} AS {names[column]}").Concat(place);
            statement.Workspace.ParquetFiles.AddRange(kept.Value.Files);
            return $"SELECT {string.Join(", ", columns)}\nFROM {kept.Value.Source}";
        }
        catch
        {
            _kept.TryRemove(cached.Key, out _);
            throw;
        }
    }

    public CommandResult Release(Guid key, Statement statement)
    {
        _announced.TryRemove(key, out _);
        if (_kept.TryRemove(key, out var kept) && kept.IsValueCreated)
        {
            if (kept.Value.Files.Count == 0)
            {
                statement.Session.Execute($"DROP TABLE IF EXISTS {kept.Value.Source}");
            }

            kept.Value.Files.ForEach(File.Delete);
        }

        return CommandResult.None;
    }

    private static Kept Keep(Cached cached, Statement statement)
    {
        if (LieInFiles(cached))
        {
            return KeepInFiles(cached, statement);
        }

        var table = SqlText.EngineTable($"cached_{cached.Key:N}");
        if (statement.Options.Applies(SpeedRewrites.StreamedDuplicates) && cached.Input is Deduplicate { Keys.Length: > 0 } deduplicate)
        {
            Fill(table, deduplicate.Input, statement);
            DeleteLater(table, deduplicate, statement);
        }
        else
        {
            Fill(table, cached.Input, statement);
        }

        return new Kept(table, []);
    }

    /// <summary>The first failure in the order of the rows is told, whichever came first in time.</summary>
    private static Kept KeepInFiles(Cached cached, Statement statement)
    {
        var parts = FileParts.Of(cached.Input);
        List<string> paths = [.. parts.Select((_, index) => Path.Combine(statement.Workspace.Folder, $"cached_{cached.Key:N}_{SqlText.Number(index)}.parquet"))];
        var failures = new ExceptionDispatchInfo?[parts.Count];
        Parallel.For(0, parts.Count, new ParallelOptions { MaxDegreeOfParallelism = statement.Options.Threads ?? Environment.ProcessorCount }, (index, loop) =>
        {
            try
            {
                using var beside = statement.Beside();
                beside.Session.Execute($"COPY (\n{Rows(parts[index], beside, column => SqlTypes.Name(column.DataType))}\n) TO {SqlText.Text(paths[index])} (FORMAT parquet, {ParquetPacking.Options})");
            }
            catch (Exception failure)
            {
                failures[index] = ExceptionDispatchInfo.Capture(failure);
                loop.Break();
            }
        });

        if (failures.FirstOrDefault(failure => failure is not null) is { } first)
        {
            paths.ForEach(File.Delete);
            first.Throw();
        }

        return new Kept($"read_parquet({SqlText.Paths(paths)}, hive_partitioning = false)", paths);
    }

    private static bool LieInFiles(Cached cached) => cached.Level is { UseDisk: true, UseMemory: false } && cached.Output.All(column => IsSameInFile(column.DataType));

    /// <summary>Types whose every value comes back from a Parquet file as it was.</summary>
    private static bool IsSameInFile(DataType type) => type is StringType or BinaryType or BooleanType or ByteType or ShortType or IntegerType or LongType or FloatType or DoubleType;

    /// <summary>Writes all rows; what a computation that failed behind this left is replaced.</summary>
    private static void Fill(string table, Relation input, Statement statement) =>
        statement.Session.Execute($"CREATE OR REPLACE TABLE {table} AS {Rows(input, statement)}");

    private static string Rows(Relation input, Statement statement, Func<AttributeReference, string>? type = null)
    {
        var columns = input.Output.Select((column, index) => type is null ? $"c{index}" : $"CAST(c{index} AS {type(column)}) AS c{index}");
        return $"SELECT {string.Join(", ", columns)} FROM (\n{statement.NewCompiler().Compile(input)}\n) AS kept({string.Join(", ", input.Output.Select((_, index) => $"c{index}"))})";
    }

    /// <summary>Leaves the first row of each key. Most keys come once, so this holds the keys alone and not whole rows.</summary>
    private static void DeleteLater(string table, Deduplicate deduplicate, Statement statement)
    {
        string[] keys = [.. deduplicate.Output.Index().Where(column => deduplicate.Keys.Any(key => key.Id == column.Item.Id)).Select(column => $"c{column.Index}")];
        var later = LaterRows.Select($"SELECT {string.Join(", ", keys)}, rowid AS place FROM {table}", keys, "place", ["place"]);
        statement.Session.Execute($"DELETE FROM {table} WHERE rowid IN (\n{later}\n)");
    }

    /// <param name="Source">What to select from.</param>
    /// <param name="Files">The files that hold the rows, none where a table does.</param>
    private sealed record Kept(string Source, List<string> Files);
}
