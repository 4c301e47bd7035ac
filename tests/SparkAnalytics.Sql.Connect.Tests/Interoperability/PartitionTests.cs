using System.Text.Json;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Values of partition columns, which stand in the log as text.</summary>
public sealed class PartitionTests(BothEngines engines) : IClassFixture<BothEngines>
{
    /// <summary>Texts that mean something else to Hive, to a path or to a log; the empty text is null in Delta.</summary>
    private static readonly string?[] s_texts =
    [
        null, "", "NULL", "null", "__HIVE_DEFAULT_PARTITION__", "%", "%41", "a/b", "a b+c", "..", "x\ny", "ü😈", "p=1", "[x]*?", "'\"\\", new('l', 200), new('ü', 100), "\u0001", "c:d#e",
    ];

    [Fact]
    public void Save_ByNastyTexts_KeepsThemApart()
    {
        using var table = engines.NewTable();
        Rows(table.Embedded).Write().Format("delta").PartitionBy("p").Save(table.Path);

        var expected = s_texts.Select((text, index) => $"{index} | {(text is null or "" ? "null" : RowTexts.Text(text))}").Order(StringComparer.Ordinal).ToArray();
        table.AssertSame(expected);

        table.Table.Optimize().ExecuteCompaction();
        Rows(table.Embedded).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.Table.Optimize().ExecuteCompaction();
        table.AssertSame([.. expected.Concat(expected).Order(StringComparer.Ordinal)]);
    }

    [Fact]
    public void Append_ToATableOfSparkByEachType_GivesTheSameValues()
    {
        const string Values = """
            (1, true, 1Y, 2S, 3, 4L, 1.5F, 1e100D, 12345678901234567890.1234567890BD, DATE'0001-01-01', TIMESTAMP'0001-01-01 00:00:00.000001Z', 'text', X'414243'),
            (2, false, -128Y, -2S, -3, -4L, FLOAT('NaN'), DOUBLE('-Infinity'), -0.0000000001BD, DATE'9999-12-31', TIMESTAMP'2024-05-06 07:08:09Z', 'NULL', X'20'),
            (3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)
            """;
        using var table = engines.NewTable().Sql(
            "CREATE TABLE (id INT, b BOOLEAN, y TINYINT, s SMALLINT, i INT, l BIGINT, f FLOAT, d DOUBLE, c DECIMAL(30,10), t DATE, z TIMESTAMP, x STRING, r BINARY) USING delta PARTITIONED BY (b, y, s, i, l, f, d, c, t, z, x, r)",
            "INSERT INTO TABLE VALUES " + Values);

        var rows = RowTexts.Of(table.Sparks).ToArray();
        Assert.Equal(3, rows.Length);
        table.AssertSame(rows);

        table.Ours.Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.AssertSame([.. rows.Concat(rows).Order(StringComparer.Ordinal)]);
        Assert.Equal(PartitionValues(table, 1), PartitionValues(table, 2));
    }

    /// <summary>The values of the files that a version added, as the log has them.</summary>
    private static IEnumerable<string> PartitionValues(SharedTable table, int version) => File.ReadLines($"{table.LogPath}/{version:D20}.json")
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(action => action.TryGetProperty("add", out _))
        .Select(action => string.Join(", ", action.GetProperty("add").GetProperty("partitionValues").EnumerateObject().OrderBy(value => value.Name, StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal);

    private static DataFrame Rows(SparkSession session) => session.CreateDataFrame(
        s_texts.Select((text, index) => new GenericRow([index, text])),
        new StructType([new StructField("id", new IntegerType()), new StructField("p", new StringType())]));
}
