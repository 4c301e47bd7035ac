using DuckDB.NET.Data;

namespace SparkAnalytics.Delta.Tests;

/// <summary>Rows of tables through DuckDB: data files written from a query, and a snapshot's rows as texts.</summary>
internal static class DuckDbTable
{
    /// <summary>Writes a data file from a query and describes it.</summary>
    public static AddFile Write(DeltaLog log, string query, FileStatistics? statistics = null, string? name = null)
    {
        var path = name is null ? log.NewDataFilePath() : log.TableRoot + "/" + name;
        _ = Directory.CreateDirectory(log.TableRoot);
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"COPY ({query}) TO {Literal(path)} (FORMAT parquet)";
        _ = command.ExecuteNonQuery();
        return log.DescribeDataFile(path, statistics);
    }

    /// <summary>All rows of a snapshot, each value as text.</summary>
    public static List<string?[]> Rows(DeltaLog log, Snapshot snapshot)
    {
        using var connection = Open();
        return [.. snapshot.Files.SelectMany(file => Rows(connection, log, snapshot, file))];
    }

    private static List<string?[]> Rows(DuckDBConnection connection, DeltaLog log, Snapshot snapshot, AddFile file)
    {
        var source = $"read_parquet({Literal(CheckpointFiles.WithoutGlob(file.Path))}, hive_partitioning = false, file_row_number = true)";
        var stored = Query(connection, $"SELECT column_name FROM (DESCRIBE FROM {source})").Select(row => row[0]!).ToHashSet();
        var columns = snapshot.Metadata.Schema.Fields.Select(field => Text(field.Type, Column(field)));
        var deleted = log.DeletedRows(file).ToHashSet();
        return [.. Query(connection, $"SELECT file_row_number::VARCHAR, {string.Join(", ", columns)} FROM {source}")
            .Where(row => !deleted.Contains(long.Parse(row[0]!, System.Globalization.CultureInfo.InvariantCulture)))
            .Select(row => row[1..])];

        string Column(DeltaField field)
        {
            if (snapshot.Metadata.PartitionColumns.Contains(field.Name))
            {
                return snapshot.PartitionValue(file, field.Name) is string value ? Literal(value) : "NULL";
            }

            var name = snapshot.Metadata.PhysicalName(field);
            return stored.Contains(name) ? $"\"{name}\"" : "NULL";
        }
    }

    private static string Text(DeltaType type, string value)
    {
        var name = type is DeltaPrimitiveType simple ? simple.Name : type.ToString();
        var sqlType = name switch
        {
            "long" => "BIGINT",
            "integer" => "INTEGER",
            "string" => "VARCHAR",
            "timestamp_ntz" => "TIMESTAMP",
            "timestamp" => "TIMESTAMPTZ",
            _ => name,
        };
        return name == "timestamp"
            ? $"CAST(make_timestamp(epoch_us(CAST({value} AS TIMESTAMPTZ))) AS VARCHAR)"
            : $"CAST(CAST({value} AS {sqlType}) AS VARCHAR)";
    }

    private static List<string?[]> Query(DuckDBConnection connection, string text)
    {
        using var command = connection.CreateCommand();
        command.CommandText = text;
        using var reader = command.ExecuteReader();
        var rows = new List<string?[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => reader.IsDBNull(index) ? null : reader.GetString(index))]);
        }

        return rows;
    }

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SET TimeZone = 'UTC'";
        _ = command.ExecuteNonQuery();
        return connection;
    }

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
