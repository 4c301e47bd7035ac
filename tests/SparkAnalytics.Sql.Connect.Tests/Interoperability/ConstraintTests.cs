using SparkAnalytics.Sql.Delta;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Tables of Spark whose rows must meet conditions: we check them as Spark does, and write nothing where one does not.</summary>
public sealed class ConstraintTests(BothEngines engines) : IClassFixture<BothEngines>
{
    [Fact]
    public void Append_OfRowsThatMeetTheConditions_IsReadBySpark()
    {
        using var table = NewTable();
        var protocol = Protocol(table);

        Rows(table, "3", "'c'", "30.5").Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.Table.Update(Col("id") == 1, new Dictionary<string, Column> { ["price"] = Lit(11) });
        table.Table.As("old").Merge(Rows(table, "2", "'B'", "21").As("new"), Col("old.id") == Col("new.id")).WhenMatched().UpdateAll().Execute();
        table.Table.Delete(Col("id") == 3);
        table.Table.Optimize().ExecuteCompaction();

        table.AssertSame("1 | 'a' | 11.00", "2 | 'B' | 21.00");
        Assert.Equal(protocol, Protocol(table));
        table.Sql("INSERT INTO TABLE VALUES (4, 'd', 1)").AssertSame("1 | 'a' | 11.00", "2 | 'B' | 21.00", "4 | 'd' | 1.00");

        Rows(table, "7", "'g'", "7").Write().Format("delta").Mode(SaveMode.Overwrite).Save(table.Path);
        table.AssertSame("7 | 'g' | 7.00");
        Assert.Throws<QueryExecutionException>(() => table.Sql("INSERT INTO TABLE VALUES (5, 'e', -1)"));
    }

    [Theory]
    [InlineData("3", "NULL", "1", "NOT NULL constraint violated for column: name. Row: - id : 3 - name : null - price : 1.00")]
    [InlineData("3", "'c'", "-1", "CHECK constraint worth (price > 0 OR name LIKE 'free%') violated by row with values: - name : c - price : -1.00")]
    [InlineData("NULL", "'c'", "1", "CHECK constraint known (id IS NOT NULL AND id BETWEEN 1 AND 100) violated by row with values: - id : null")]
    [InlineData("101", "'c'", "1", "CHECK constraint known (id IS NOT NULL AND id BETWEEN 1 AND 100) violated by row with values: - id : 101")]
    public void Save_OfARowThatViolatesACondition_NamesItAndWritesNothing(string id, string name, string price, string expected)
    {
        using var table = NewTable();
        var rows = Rows(table, id, name, price);

        Assert.Equal(expected, Refusal(() => rows.Write().Format("delta").Mode(SaveMode.Append).Save(table.Path)));
        Assert.Equal(expected, Refusal(() => rows.Write().Format("delta").Mode(SaveMode.Overwrite).Save(table.Path)));
        Assert.Equal(expected, Refusal(() => table.Table.As("old").Merge(rows.As("new"), Col("old.name") == Lit("none")).WhenNotMatched().InsertAll().Execute()));
        Assert.Equal(2, Directory.GetFiles(table.Path, "*.parquet").Length);
        Assert.Throws<QueryExecutionException>(() => table.Sql($"INSERT INTO TABLE VALUES ({id}, {name}, {price})"));
        table.AssertSame("1 | 'a' | 10.00", "2 | 'free b' | -5.00");
    }

    [Fact]
    public void Append_UnderAConditionThatIsNotUnderstood_NamesIt()
    {
        using var table = engines.NewTable().Sql("CREATE TABLE (id BIGINT) USING delta", "ALTER TABLE ADD CONSTRAINT odd CHECK (id > 0 AND uuid() IS NOT NULL)");

        var error = Refusal(() => table.Embedded.Range(1, 2).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path));

        Assert.Contains("checkConstraints", error, StringComparison.Ordinal);
        Assert.Contains("uuid", error, StringComparison.Ordinal);
        table.AssertSame();
    }

    private static string Refusal(Func<object> write) => Assert.Throws<QueryExecutionException>(write).Message;

    private static string Protocol(SharedTable table)
    {
        var detail = DeltaTable.ForPath(table.Embedded, table.Path).Detail().Collect().Single();
        return $"{detail.Get("minReaderVersion")} {detail.Get("minWriterVersion")}";
    }

    private SharedTable NewTable() => engines.NewTable().Sql(
        "CREATE TABLE (id INT, name STRING NOT NULL, price DECIMAL(10,2)) USING delta",
        "INSERT INTO TABLE VALUES (1, 'a', 10)",
        "INSERT INTO TABLE VALUES (2, 'free b', -5)",
        "ALTER TABLE ADD CONSTRAINT known CHECK (id IS NOT NULL AND id BETWEEN 1 AND 100)",
        "ALTER TABLE ADD CONSTRAINT worth CHECK (price > 0 OR name LIKE 'free%')");

    private static DataFrame Rows(SharedTable table, string id, string name, string price) => table.Embedded.Sql($"SELECT CAST({id} AS INTEGER) AS id, CAST({name} AS VARCHAR) AS name, CAST({price} AS DECIMAL(10,2)) AS price");
}
