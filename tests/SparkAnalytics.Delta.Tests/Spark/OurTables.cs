using Microsoft.Extensions.Time.Testing;

namespace SparkAnalytics.Delta.Tests;

/// <summary>The tables that Spark reads in the tests.</summary>
internal sealed class OurTables(string folder)
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    public FakeTimeProvider Clock { get; } = new(Now);

    public DeltaLog Log(string name) => DeltaLog.ForTable(new LocalFileStore(), new CheckpointFiles(), Clock, $"{folder}/{name}");

    public void Write()
    {
        WriteTypes();
        WriteOverwritten();
        WriteCheckpointed();
        WritePartitioned();
        WriteCompacted();
    }

    private void WriteTypes()
    {
        var log = Log("types");
        var schema = new DeltaSchema(
        [
            Field("b", "byte"), Field("s", "short"), Field("i", "integer"), Field("l", "long"), Field("f", "float"), Field("d", "double"),
            Field("flag", "boolean"), Field("day", "date"), Field("at", "timestamp"), Field("text", "string"),
            new DeltaField("amount", new DeltaDecimalType(12, 2)),
            new DeltaField("items", new DeltaArrayType(new DeltaStructType([Field("sku", "string"), Field("count", "integer")]))),
            new DeltaField("labels", new DeltaMapType(new DeltaPrimitiveType("string"), new DeltaPrimitiveType("long"))),
        ]);
        var file = DuckDbTable.Write(log, """
            SELECT 1::TINYINT AS b, 2::SMALLINT AS s, 3::INTEGER AS i, 5000000000::BIGINT AS l, 1.5::FLOAT AS f, 2.25::DOUBLE AS d, true AS flag,
                DATE '1969-12-31' AS day, TIMESTAMPTZ '2024-05-06 07:08:09.123456+00' AS at, 'ü "quoted"' AS text, 1234567.89::DECIMAL(12, 2) AS amount,
                [{'sku': 'x', 'count': 2}, NULL] AS items, MAP {'k': 7::BIGINT} AS labels
            """);
        _ = log.BeginCreate(new TableMetadata(schema)).Add(file).WithOperation("CREATE TABLE AS SELECT").Commit();
        var nulls = string.Join(", ", schema.Fields.Select(field => $"CASE WHEN false THEN \"{field.Name}\" END AS \"{field.Name}\""));
        _ = log.Begin(log.Latest()).ReadsNothing().Add(DuckDbTable.Write(log, $"SELECT {nulls} FROM read_parquet('{file.Path}')")).Commit();
    }

    private void WriteOverwritten()
    {
        var log = Log("overwritten");
        _ = log.BeginCreate(new TableMetadata(TableFolder.Schema)).Add(DuckDbTable.Write(log, "SELECT 1::BIGINT AS id, 'old' AS name")).Commit();
        var snapshot = log.Latest();
        _ = log.Begin(snapshot)
            .SetMetadata(new TableMetadata(new DeltaSchema([Field("other", "string")])))
            .Remove(snapshot.Files)
            .Add(DuckDbTable.Write(log, "SELECT 'new' AS other"))
            .WithOperation("WRITE", new Dictionary<string, string?> { ["mode"] = "Overwrite" })
            .Commit();
    }

    /// <summary>Twelve commits of one day each; the log before the checkpoint is gone.</summary>
    private void WriteCheckpointed()
    {
        var log = Log("checkpointed");
        var schema = new DeltaSchema([Field("id", "long"), Field("event_date", "date"), Field("event_ts", "timestamp"), Field("note", "string")]);
        _ = log.BeginCreate(new TableMetadata(schema)).SetTransaction("job", 0).Commit();
        for (var day = 1; day <= 12; day++)
        {
            var time = new DateTimeOffset(2024, 1, day, 10, 0, 0, TimeSpan.Zero).AddMicroseconds(123456);
            var statistics = new FileStatisticsBuilder(2)
                .Add("id", schema.Fields[0].Type, (long)day, (long)day, 0)
                .Add("event_date", schema.Fields[1].Type, DateOnly.FromDateTime(time.Date), DateOnly.FromDateTime(time.Date), 1)
                .Add("event_ts", schema.Fields[2].Type, time, time, 1)
                .Add("note", schema.Fields[3].Type, "secret", "secret", 0)
                .Build();
            var file = DuckDbTable.Write(log, $"""
                SELECT {day}::BIGINT AS id, DATE '2024-01-{day:D2}' AS event_date, TIMESTAMPTZ '2024-01-{day:D2} 10:00:00.123456+00' AS event_ts, 'secret' AS note
                UNION ALL SELECT {day}, NULL, NULL, 'secret'
                """, statistics);
            var result = log.Begin(log.Latest()).ReadsNothing().Add(file).SetTransaction("job", day).Commit();
            Assert.Null(result.CheckpointFailure);
        }

        foreach (var commit in Enumerable.Range(0, 10))
        {
            File.Delete($"{folder}/checkpointed/_delta_log/{commit:D20}.json");
        }
    }

    private void WritePartitioned()
    {
        var log = Log("partitioned");
        var metadata = new TableMetadata(new DeltaSchema([Field("id", "long"), Field("p", "string"), Field("day", "date")])) { PartitionColumns = ["p", "day"] };
        _ = log.BeginCreate(metadata)
            .Add(
                DuckDbTable.Write(log, "SELECT 1::BIGINT AS id", name: "one %20 [a] ü😈 #?.parquet") with { PartitionValues = Values("a b/%", "2024-01-01") },
                DuckDbTable.Write(log, "SELECT 2::BIGINT AS id", name: "two+{x}.parquet") with { PartitionValues = Values(null, null) })
            .Commit();
    }

    /// <summary>Five small files made one, and the small ones vacuumed but for version 0's.</summary>
    private void WriteCompacted()
    {
        var log = Log("compacted");
        _ = log.BeginCreate(new TableMetadata(TableFolder.Schema)).Add(Numbers(log, 0, 2)).Commit();
        for (var first = 2; first < 10; first += 2)
        {
            _ = log.Begin(log.Latest()).ReadsNothing().Add(Numbers(log, first, first + 2)).Commit();
        }

        var snapshot = log.Latest();
        var group = Assert.Single(OptimizePlan.For(snapshot, 1_000_000).Groups);
        _ = log.Begin(snapshot).ReadsFiles(group.Files).Remove(group.Files).Add(Numbers(log, 0, 10)).WithoutDataChange().WithOperation("OPTIMIZE").Commit();
        Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal(4, log.Vacuum(new VacuumOptions { KeepVersions = [0] }).Paths.Count);
    }

    private static AddFile Numbers(DeltaLog log, int first, int end) =>
        DuckDbTable.Write(log, $"SELECT range AS id, 'n' || range AS name FROM range({first}, {end})", new FileStatisticsBuilder(end - first).Build());

    private static Dictionary<string, string?> Values(string? p, string? day) => new() { ["p"] = p, ["day"] = day };

    private static DeltaField Field(string name, string type) => new(name, new DeltaPrimitiveType(type));
}
