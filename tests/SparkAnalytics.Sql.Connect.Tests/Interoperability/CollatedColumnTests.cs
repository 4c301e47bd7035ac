using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Connect.Tests.Interoperability;

/// <summary>Collated columns, which Delta on Spark makes once its check of types is off: what does not depend on the collation is done, and the table keeps it.</summary>
public sealed class CollatedColumnTests(BothEngines engines) : IClassFixture<BothEngines>
{
    private const string Off = "SET spark.databricks.delta.schema.typeCheck.enabled = false";

    [Fact]
    public void Change_OfATable_KeepsTheCollation()
    {
        using var table = engines.NewTable().Sql(Off, "CREATE TABLE (id INT, c STRING COLLATE UTF8_LCASE) USING delta", "INSERT INTO TABLE VALUES (1, 'A'), (2, 'a'), (3, 'b')");

        table.Embedded.Range(4, 5).Select(Col("id").Cast("int").As("id"), Lit("A").As("c")).Write().Format("delta").Mode(SaveMode.Append).Save(table.Path);
        table.Table.Delete(Col("id") == 3);
        table.Table.Optimize().ExecuteCompaction();

        Assert.Equal(["1 | 'A'", "2 | 'a'", "4 | 'A'"], RowTexts.Of(table.Ours));
        Assert.Equal(["1 | 'A'", "2 | 'a'", "4 | 'A'"], RowTexts.Of(table.Spark.Sql($"SELECT id, CAST(c AS STRING) AS c FROM delta.`{table.Path}` WHERE c = 'a'")));
    }

    [Theory]
    [InlineData("filter")]
    [InlineData("delete")]
    [InlineData("replaceWhere")]
    [InlineData("duplicates")]
    [InlineData("constraint")]
    public void Change_ThatDependsOnTheCollation_NamesIt(string use)
    {
        using var table = engines.NewTable().Sql(Off, "CREATE TABLE (id INT, c STRING COLLATE UTF8_LCASE) USING delta", "INSERT INTO TABLE VALUES (1, 'A'), (2, 'a'), (3, 'b')");
        if (use == "constraint")
        {
            table.Sql("ALTER TABLE ADD CONSTRAINT few CHECK (c <> 'x')");
        }

        var rows = table.Embedded.Range(4, 5).Select(Col("id").Cast("int").As("id"), Lit("A").As("c")).Write().Format("delta");
        var error = Record.Exception(() => _ = use switch
        {
            "filter" => (object)table.Ours.Filter(Col("c") == "a").Count(),
            "delete" => table.Table.Delete(Col("c") == "a"),
            "replaceWhere" => rows.Mode(SaveMode.Overwrite).Option("replaceWhere", "c = 'a'").Save(table.Path),
            "duplicates" => table.Ours.DropDuplicates("c").Write().Format("delta").Mode(SaveMode.Append).Save(table.Path),
            _ => rows.Mode(SaveMode.Append).Save(table.Path),
        });

        Assert.NotNull(error);
        Assert.Contains("UTF8_LCASE", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1 | 'A'", "2 | 'a'", "3 | 'b'"], RowTexts.Of(table.Ours));
    }
}
