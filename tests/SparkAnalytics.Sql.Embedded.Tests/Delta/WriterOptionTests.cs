using SparkAnalytics.Sql.Behaviour;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Embedded.Tests.Support;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Embedded.Tests.Delta;

/// <summary>Options that cannot be followed are refused before anything is done, and the error names what was meant.</summary>
public sealed class WriterOptionTests(EmbeddedFixture engine) : IClassFixture<EmbeddedFixture>, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Table => _folder["table"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("delta", "replacewher", "The writer of delta has no option 'replacewher'. Did you mean replaceWhere? It has: replaceWhere, ")]
    [InlineData("delta", "maxRecordsPerFile", "The writer of delta has no option 'maxRecordsPerFile'. It has: ")]
    [InlineData("parquet", "header", "The writer of parquet has no option 'header'. It has: compression.")]
    [InlineData("csv", "headers", "The writer of csv has no option 'headers'. Did you mean header? It has: header, ")]
    public void Save_WithAnUnknownOption_NamesTheNearest(string format, string option, string expected)
    {
        engine.Spark.Range(2).Write().Format("delta").Save(Table);

        var error = Assert.Throws<AnalysisException>(() => engine.Spark.Range(1).Write().Format(format).Option(option, "true").Mode(SaveMode.Overwrite).Save(Table));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
        Assert.Equal(2, engine.Spark.Read().Format("delta").Load(Table).Count());
    }

    [Theory]
    [InlineData("delta", "versionAsof1", "The reader of delta has no option 'versionAsof1'. Did you mean versionAsOf? It has: versionAsOf, ")]
    [InlineData("delta", "readChangeFeed", "The reader of delta has no option 'readChangeFeed'. It has: ")]
    [InlineData("csv", "inferSchema", "The reader of csv has no option 'inferSchema'.")]
    [InlineData("json", "multiLine", "The reader of json has no option 'multiLine'.")]
    [InlineData("parquet", "mergeSchemas", "The reader of parquet has no option 'mergeSchemas'. Did you mean mergeSchema? It has: mergeSchema, ")]
    public void Load_WithAnUnknownOption_NamesTheNearest(string format, string option, string expected)
    {
        engine.Spark.Range(2).Write().Format("delta").Save(Table);

        var error = Assert.Throws<AnalysisException>(() => engine.Spark.Read().Format(format).Option(option, "true").Load(Table).Count());

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Delete_WithAnUnknownOption_NamesTheNearest()
    {
        engine.Spark.Range(2).Write().Format("delta").Save(Table);

        var error = Assert.Throws<AnalysisException>(() => DeltaTable.ForPath(engine.Spark, Table).Option("txnVersio", "1").Delete());

        Assert.StartsWith("The Delta table has no option 'txnVersio'. Did you mean txnVersion?", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SaveMode.Append, "replaceWhere", "id > 3", "", "", "The option replaceWhere goes with the mode Overwrite, not with Append.")]
    [InlineData(SaveMode.Overwrite, "replaceWhere", "id > 3", "overwriteSchema", "true", "The options replaceWhere and overwriteSchema exclude each other")]
    [InlineData(SaveMode.Overwrite, "replaceWhere", "id > 3", "partitionOverwriteMode", "dynamic", "The options replaceWhere and partitionOverwriteMode=dynamic exclude each other")]
    [InlineData(SaveMode.Overwrite, "overwriteSchema", "true", "partitionOverwriteMode", "dynamic", "The options partitionOverwriteMode=dynamic and overwriteSchema exclude each other")]
    [InlineData(SaveMode.Append, "overwriteSchema", "true", "", "", "The option overwriteSchema goes with the mode Overwrite, not with Append")]
    [InlineData(SaveMode.Overwrite, "partitionOverwriteMode", "partial", "", "", "The option partitionOverwriteMode must be static or dynamic, not 'partial'.")]
    [InlineData(SaveMode.Overwrite, "replaceWhere", "id > ", "", "", "The option replaceWhere is a condition in Spark's SQL that is not understood here: ")]
    [InlineData(SaveMode.Overwrite, "replaceWhere", "none = 1", "", "", "There is no column 'none'")]
    public void Save_WithOptionsThatDoNotGoTogether_SaysSoAndWritesNothing(SaveMode mode, string option, string text, string other, string otherText, string expected)
    {
        engine.Spark.Range(2).Write().Format("delta").Save(Table);
        var writer = engine.Spark.Range(9).Write().Format("delta").Mode(mode).Option(option, text);

        var error = Assert.Throws<AnalysisException>(() => (other.Length == 0 ? writer : writer.Option(other, otherText)).Save(Table));

        Assert.StartsWith(expected, error.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFiles(Table, "*.parquet"));
    }

    [Theory]
    [InlineData(SaveMode.Append)]
    [InlineData(SaveMode.Overwrite)]
    public void Save_WithOtherPartitions_SaysWhichThereAre(SaveMode mode)
    {
        var rows = engine.Spark.Range(2).Select(Col("id"), Lit("a").As("p"), Lit("b").As("q"));
        rows.Write().Format("delta").PartitionBy("p").Save(Table);

        var error = Assert.Throws<AnalysisException>(() => rows.Write().Format("delta").PartitionBy("q").Mode(mode).Save(Table));

        Assert.Equal($"The table at '{Table}' is partitioned by p, not by q. Write without partitionBy, or overwrite with overwriteSchema to change that.", error.Message);
        rows.Write().Format("delta").PartitionBy("P").Mode(mode).Save(Table);
        rows.Write().Format("delta").Mode(mode).Save(Table);
        Assert.Equal(mode == SaveMode.Append ? 6 : 2, engine.Spark.Read().Format("delta").Load(Table).Count());
    }

    [Fact]
    public void Save_OverwritingTheSchema_KeepsThePropertiesOfTheTable()
    {
        engine.Spark.Range(2).Write().Format("delta").Option("dataSkippingStatsColumns", "id").Save(Table);

        engine.Spark.Range(2).Select(Col("id"), Lit(1).As("number")).Write().Format("delta").Mode(SaveMode.Overwrite).Option("overwriteSchema", true).Save(Table);

        var log = File.ReadAllText($"{Table}/_delta_log/{1:D20}.json");
        Assert.Contains("\"delta.dataSkippingStatsColumns\":\"id\"", log, StringComparison.Ordinal);
        Assert.DoesNotContain("\\\"number\\\":1", log, StringComparison.Ordinal);
    }

    [Fact]
    public void Append_OfStructsInAnotherOrder_GoesByTheNamesOfMembers()
    {
        engine.Spark.Sql("SELECT {'a': 1, 'b': 2} AS s, [{'a': 1, 'b': 2}] AS l, MAP {'k': {'a': 1, 'b': 2}} AS m").Write().Format("delta").Save(Table);

        engine.Spark.Sql("SELECT {'b': 4, 'a': 3} AS s, [{'b': 4, 'A': 3}] AS l, MAP {'k': {'b': 4, 'a': 3}} AS m").Write().Format("delta").Mode(SaveMode.Append).Save(Table);

        var rows = engine.Spark.Read().Format("delta").Load(Table).Select(Col("s.a"), Col("l").GetItem(0).GetField("b").As("b"), Col("m").GetItem("k").GetField("a").As("c")).OrderBy("a").Collect();
        Assert.Equal([[1, 2, 1], [3, 4, 3]], rows.Select(row => row.Values.Select(value => (int)value!)));
        var error = Assert.Throws<AnalysisException>(() => engine.Spark.Sql("SELECT {'c': 4, 'a': 3} AS s").Write().Format("delta").Mode(SaveMode.Append).Save(Table));
        Assert.StartsWith("The table has no 's.c'; 's' has a, b.", error.Message, StringComparison.Ordinal);
    }
}
