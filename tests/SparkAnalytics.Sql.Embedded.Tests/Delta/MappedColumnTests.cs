using DuckDB.NET.Data;
using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>Files of a table that maps columns by id, from a writer who named them otherwise (a table converted from Iceberg has such).</summary>
public sealed class MappedColumnTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private const string Schema =
        """{"type":"struct","fields":[{"name":"id","type":"integer","nullable":true,"metadata":{"delta.columnMapping.id":1,"delta.columnMapping.physicalName":"id"}},{"name":"s","type":{"type":"struct","fields":[{"name":"a","type":"integer","nullable":true,"metadata":{"delta.columnMapping.id":3,"delta.columnMapping.physicalName":"a"}},{"name":"b","type":"string","nullable":true,"metadata":{"delta.columnMapping.id":4,"delta.columnMapping.physicalName":"b"}}]},"nullable":true,"metadata":{"delta.columnMapping.id":2,"delta.columnMapping.physicalName":"s"}}]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_ById_FindsMembersUnderOtherNames()
    {
        WriteTable();

        var rows = engine.Spark.Read().Format("delta").Load(_folder["table"]).OrderBy("id").Collect().Select(row => $"{row[0]} {string.Join(',', row.GetAs<Row>(1).Values)}");

        Assert.Equal(["1 10,ten", "2 20,twenty"], rows);
    }

    [Fact]
    public void Explain_OfAFilterOnAMember_LeavesOutFilesByItsStatistics()
    {
        WriteTable();

        var plan = engine.Engine.Explain(engine.Spark.Read().Format("delta").Load(_folder["table"]).Filter(Col("s.a") > 15).Plan);

        Assert.Contains("new.parquet", plan, StringComparison.Ordinal);
        Assert.DoesNotContain("old.parquet", plan, StringComparison.Ordinal);
    }

    private void WriteTable()
    {
        var table = Directory.CreateDirectory(_folder["table"]).FullName;
        Directory.CreateDirectory($"{table}/_delta_log");
        Write($"COPY (SELECT 1 AS no, {{'b': 10, 'a': 'ten'}} AS t) TO '{table}/old.parquet' (FIELD_IDS {{no: 1, t: {{__duckdb_field_id: 2, b: 3, a: 4}}}})");
        Write($"COPY (SELECT {{'a': 20, 'b': 'twenty'}} AS s, 2 AS id) TO '{table}/new.parquet' (FIELD_IDS {{id: 1, s: {{__duckdb_field_id: 2, a: 3, b: 4}}}})");
        File.WriteAllLines($"{table}/_delta_log/{0:D20}.json",
        [
            """{"protocol":{"minReaderVersion":2,"minWriterVersion":5}}""",
            $$$$"""{"metaData":{"id":"x","format":{"provider":"parquet","options":{}},"schemaString":{{{{System.Text.Json.JsonSerializer.Serialize(Schema)}}}},"partitionColumns":[],"configuration":{"delta.columnMapping.mode":"id"}}}""",
            Add("old", 10),
            Add("new", 20),
        ]);

        string Add(string name, int value) =>
            $$$$"""{"add":{"path":"{{{{name}}}}.parquet","partitionValues":{},"size":{{{{new FileInfo($"{table}/{name}.parquet").Length}}}},"modificationTime":1,"dataChange":true,"stats":"{\"numRecords\":1,\"minValues\":{\"s\":{\"a\":{{{{value}}}}}},\"maxValues\":{\"s\":{\"a\":{{{{value}}}}}},\"nullCount\":{\"s\":{\"a\":0}}}"}}""";
    }

    private static void Write(string statement)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }
}
