using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using SparkAnalytics.Delta;

namespace SparkAnalytics.Sql.Embedded.Sources.Delta;

/// <summary>
/// The Parquet of checkpoints, read and written by one DuckDB instance of the process: to start one takes longer than to read most checkpoints. Of each table the checkpoint that was
/// read last is remembered, since a run looks at its tables a hundred times.
/// </summary>
internal sealed class CheckpointFiles : ICheckpointFiles
{
    private const int SmallestBuffer = 16 * 1024 * 1024;
    private const string Map = "MAP(VARCHAR, VARCHAR)";
    private const string DeletionVector =
        "STRUCT(storageType VARCHAR, pathOrInlineDv VARCHAR, \"offset\" INTEGER, sizeInBytes INTEGER, cardinality BIGINT)";

    /// <summary>Signs of the checkpoint of some ten thousand files.</summary>
    private const int MostRemembered = 10_000_000;

    private static readonly Lazy<DuckDBConnection> s_instance = new(Start);

    private readonly ConcurrentDictionary<string, Remembered> _remembered = new();

    /// <summary>PROTOCOL.md, "Checkpoint Schema".</summary>
    private static readonly IReadOnlyList<(string Name, string Type)> Columns =
    [
        ("txn", "STRUCT(appId VARCHAR, version BIGINT, lastUpdated BIGINT)"),
        ("add", $"STRUCT(path VARCHAR, partitionValues {Map}, size BIGINT, modificationTime BIGINT, dataChange BOOLEAN, stats VARCHAR, tags {Map}, "
            + $"deletionVector {DeletionVector}, baseRowId BIGINT, defaultRowCommitVersion BIGINT, clusteringProvider VARCHAR)"),
        ("remove", $"STRUCT(path VARCHAR, deletionTimestamp BIGINT, dataChange BOOLEAN, extendedFileMetadata BOOLEAN, partitionValues {Map}, size BIGINT, "
            + $"deletionVector {DeletionVector}, baseRowId BIGINT, defaultRowCommitVersion BIGINT)"),
        ("metaData", $"STRUCT(id VARCHAR, name VARCHAR, description VARCHAR, format STRUCT(provider VARCHAR, options {Map}), schemaString VARCHAR, "
            + $"partitionColumns VARCHAR[], configuration {Map}, createdTime BIGINT)"),
        ("protocol", "STRUCT(minReaderVersion INTEGER, minWriterVersion INTEGER, readerFeatures VARCHAR[], writerFeatures VARCHAR[])"),
        ("domainMetadata", "STRUCT(domain VARCHAR, configuration VARCHAR, removed BOOLEAN)"),
    ];

    /// <summary>The column that only checkpoints of the second form have.</summary>
    private static readonly (string Name, string Type) SecondForm = ("checkpointMetadata", $"STRUCT(version BIGINT, tags {Map})");

    public IEnumerable<string> Read(string path)
    {
        var (log, file) = (Path.GetDirectoryName(path)!, new FileInfo(path));
        var version = (path, file.Length, file.LastWriteTimeUtc);
        return _remembered.TryGetValue(log, out var last) && last.File == version ? last.Actions : Remember(log, version);
    }

    /// <summary>The rows as they come; they are kept unless they are too many.</summary>
    private IEnumerable<string> Remember(string log, (string Path, long Length, DateTime WrittenAt) file)
    {
        var (actions, signs) = (new List<string>(), 0L);
        foreach (var action in Rows(file.Path))
        {
            signs += action.Length;
            if (signs <= MostRemembered)
            {
                actions.Add(action);
            }

            yield return action;
        }

        if (signs <= MostRemembered)
        {
            _remembered[log] = new Remembered(file, actions);
        }
    }

    private static IEnumerable<string> Rows(string path)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT CAST(to_json(row) AS VARCHAR) FROM read_parquet({Literal(WithoutGlob(path))}, hive_partitioning = false) AS row";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetString(0);
        }
    }

    public void Write(string path, IReadOnlyList<string> actions)
    {
        var lines = path + ".json";
        try
        {
            File.WriteAllLines(lines, actions);
            using var connection = Open();
            using var command = connection.CreateCommand();
            var isV2 = actions[0].Contains(SecondForm.Name, StringComparison.Ordinal);
            var columns = string.Join(", ", (isV2 ? Columns.Append(SecondForm) : Columns).Select(column => $"{Literal(column.Name)}: {Literal(column.Type)}"));
            var longest = actions.Max(Encoding.UTF8.GetByteCount);
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $$"""
                COPY (
                    FROM read_json({{Literal(WithoutGlob(lines))}}, format = 'newline_delimited', columns = { {{columns}} },
                        maximum_object_size = {{Math.Max(SmallestBuffer, longest + 1)}})
                ) TO {{Literal(path)}} (FORMAT parquet)
                """);
            _ = command.ExecuteNonQuery();
        }
        finally
        {
            File.Delete(lines);
        }
    }

    private static DuckDBConnection Open()
    {
        var connection = s_instance.Value.Duplicate();
        connection.Open();
        return connection;
    }

    private static DuckDBConnection Start()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    /// <summary>A file that was written anew under its name has another length or time.</summary>
    private sealed record Remembered((string Path, long Length, DateTime WrittenAt) File, IReadOnlyList<string> Actions);

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    internal static string WithoutGlob(string path) => string.Concat(path.Select(character => character is '[' or '*' or '?' ? $"[{character}]" : character.ToString()));
}
