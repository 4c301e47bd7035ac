using SparkAnalytics.Sql.Delta;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Overwrites of parts of a table: each is done by both engines on tables alike, which are the same afterwards.</summary>
public sealed class OverwriteTests(BothEngines engines) : IClassFixture<BothEngines>
{
    [Theory]
    [InlineData("p = 'a'", "SELECT 10 AS id, 'a' AS p", "10 | 'a'", "2 | 'b'", "3 | null", "4 | 'b'")]
    [InlineData("id >= 3 OR p <=> NULL", "SELECT 30 AS id, 'b' AS p UNION ALL SELECT 3, 'z'", "1 | 'a'", "2 | 'b'", "3 | 'z'", "30 | 'b'")]
    [InlineData("id < 0", "SELECT -1 AS id, CAST(NULL AS STRING) AS p", "-1 | null", "1 | 'a'", "2 | 'b'", "3 | null", "4 | 'b'")]
    [InlineData("id BETWEEN 2 AND 4", "SELECT 2 AS id, 'x' AS p WHERE false", "1 | 'a'")]
    public void Save_ReplacingWhere_ReplacesThoseRows(string condition, string rows, params string[] expected)
    {
        foreach (var vectors in new[] { "false", "true" })
        {
            using var table = NewTable($"TBLPROPERTIES ('delta.enableDeletionVectors' = '{vectors}')");
            using var other = NewTable($"TBLPROPERTIES ('delta.enableDeletionVectors' = '{vectors}')");
            var written = Rows(table, rows).Write().Format("delta").Mode(SaveMode.Overwrite).Option("replaceWhere", condition).Save(table.Path);
            other.Spark.Sql(rows).Write().Format("delta").Mode(SaveMode.Overwrite).Option("replaceWhere", condition).Save(other.Path);

            other.AssertSame(expected);
            table.AssertSame(expected);
            var (ours, theirs) = (Operation(table), Operation(other));
            Assert.Equal(theirs.Operation, ours.Operation);
            Assert.Equal(theirs.Parameters["mode"], ours.Parameters["mode"]);
            Assert.Equal(condition, ours.Parameters["predicate"]);
            Assert.Equal(Rows(table, rows).Count(), written.Metrics["numOutputRows"]);
        }
    }

    [Theory]
    [InlineData("SELECT 9 AS id, 'b' AS p", "p : b")]
    [InlineData("SELECT 9 AS id, CAST(NULL AS STRING) AS p", "p : null")]
    public void Save_ReplacingWhereByRowsThatDoNotMeetIt_IsRefused(string rows, string named)
    {
        using var table = NewTable();

        var error = Assert.Throws<QueryExecutionException>(() => Rows(table, rows).Write().Format("delta").Mode(SaveMode.Overwrite).Option("replaceWhere", "p = 'a'").Save(table.Path));

        Assert.Contains($"replaceWhere (p = 'a') violated by row with values: - {named}", error.Message, StringComparison.Ordinal);
        Assert.Throws<QueryExecutionException>(() => table.Spark.Sql(rows).Write().Format("delta").Mode(SaveMode.Overwrite).Option("replaceWhere", "p = 'a'").Save(table.Path));
        table.AssertSame("1 | 'a'", "2 | 'b'", "3 | null", "4 | 'b'");
    }

    [Theory]
    [InlineData("SELECT 20 AS id, 'b' AS p UNION ALL SELECT 21, 'new'", "1 | 'a'", "20 | 'b'", "21 | 'new'", "3 | null")]
    [InlineData("SELECT 30 AS id, CAST(NULL AS STRING) AS p", "1 | 'a'", "2 | 'b'", "30 | null", "4 | 'b'")]
    [InlineData("SELECT 30 AS id, '' AS p", "1 | 'a'", "2 | 'b'", "30 | null", "4 | 'b'")]
    [InlineData("SELECT 30 AS id, 'x' AS p WHERE false", "1 | 'a'", "2 | 'b'", "3 | null", "4 | 'b'")]
    public void Save_OverwritingPartitionsDynamically_ReplacesThoseThatGetRows(string rows, params string[] expected)
    {
        using var table = NewTable();
        using var other = NewTable();

        Rows(table, rows).Write().Format("delta").Mode(SaveMode.Overwrite).Option("partitionOverwriteMode", "dynamic").Save(table.Path);
        other.Spark.Sql(rows).Write().Format("delta").Mode(SaveMode.Overwrite).Option("partitionOverwriteMode", "dynamic").Save(other.Path);

        other.AssertSame(expected);
        table.AssertSame(expected);
    }

    [Fact]
    public void Save_OverwritingDynamicallyByTimesAndDecimals_FindsThePartitionsOfSpark()
    {
        using var table = engines.NewTable().Sql(
            "CREATE TABLE (id INT, t TIMESTAMP, c DECIMAL(30,5), d DATE) USING delta PARTITIONED BY (t, c, d)",
            "INSERT INTO TABLE VALUES (1, TIMESTAMP'2024-01-01 10:00:00Z', 1.5, DATE'2024-01-01'), (2, TIMESTAMP'2024-01-01 10:00:00.5Z', 1.5, DATE'2024-01-01')");

        table.Ours.Filter(Col("id") == 1).WithColumn("id", Lit(10)).Write().Format("delta").Mode(SaveMode.Overwrite).Option("partitionOverwriteMode", "dynamic").Save(table.Path);

        Assert.Equal([2, 10], table.Sparks.OrderBy("id").Collect().Select(row => row.GetAs<int>(0)));
    }

    [Fact]
    public void Save_OverwritingATableWithoutPartitionsDynamically_ReplacesAll()
    {
        using var table = engines.NewTable().Sql("CREATE TABLE (id BIGINT) USING delta", "INSERT INTO TABLE VALUES (1)");

        table.Embedded.Range(5, 6).Write().Format("delta").Mode(SaveMode.Overwrite).Option("partitionOverwriteMode", "dynamic").Save(table.Path);

        table.AssertSame("5");
    }

    [Fact]
    public void Append_WithMergeSchema_AddsColumnsAndMembers()
    {
        using var table = engines.NewTable().Sql("CREATE TABLE (id INT, s STRUCT<a: INT>) USING delta", "INSERT INTO TABLE VALUES (1, named_struct('a', 1))");
        using var other = engines.NewTable().Sql("CREATE TABLE (id INT, s STRUCT<a: INT>) USING delta", "INSERT INTO TABLE VALUES (1, named_struct('a', 1))");

        table.Embedded.Sql("SELECT {'b': 'x', 'a': 2::INTEGER} AS s, 'new' AS late, 2::INTEGER AS id").Write().Format("delta").Mode(SaveMode.Append).Option("mergeSchema", true).Save(table.Path);
        other.Spark.Sql("SELECT named_struct('b', 'x', 'a', 2) AS s, 'new' AS late, 2 AS id").Write().Format("delta").Mode(SaveMode.Append).Option("mergeSchema", true).Save(other.Path);

        string[] expected = ["1 | {a: 1, b: null} | null", "2 | {a: 2, b: 'x'} | 'new'"];
        other.AssertSame(expected);
        table.AssertSame(expected);
    }

    private static (string Operation, IReadOnlyDictionary<object, object?> Parameters) Operation(SharedTable table)
    {
        var last = DeltaTable.ForPath(table.Spark, table.Path).History(1).Collect().Single();
        return (last.GetAs<string>("operation"), last.GetAs<IReadOnlyDictionary<object, object?>>("operationParameters"));
    }

    /// <summary>Two rows of one partition stand in one file.</summary>
    private SharedTable NewTable(string properties = "") => engines.NewTable().Sql(
        $"CREATE TABLE (id INT, p STRING) USING delta PARTITIONED BY (p) {properties}",
        "INSERT INTO TABLE SELECT /*+ COALESCE(1) */ * FROM VALUES (1, 'a'), (2, 'b'), (3, NULL), (4, 'b')");

    private static DataFrame Rows(SharedTable table, string rows) => table.Embedded.Sql(rows).Select(Col("id").Cast("int"), Col("p").Cast("string"));
}
