namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>Every command that reads a lakehouse, on Spark.</summary>
[Collection("Spark")]
public sealed class SparkCommandsTests(SparkLakehouse shared)
{
    private string Lakehouse => shared.BySpark.Path;

    [Fact]
    public void Rebuild_OnSpark_NamesTheServerAndTheEngine()
    {
        var built = shared.BySpark;

        Assert.StartsWith(SparkProgram.Note, built.Result.Errors, StringComparison.Ordinal);
        Assert.Contains("fct_order_attribution: ", built.Result.Errors, StringComparison.Ordinal);
        Assert.Contains("Run 1 (rebuild) done in", built.Result.Output, StringComparison.Ordinal);
        Assert.Contains("on Spark 4.0.4", built.Result.Output, StringComparison.Ordinal);
        Assert.StartsWith("Spark 4.0.4", built.Report.GetProperty("engine").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("totals")]
    [InlineData("channels")]
    [InlineData("warnings")]
    public void Rebuild_OnSpark_ReportsTheFiguresOfTheEmbeddedEngine(string part) =>
        Assert.Equal(shared.ByEmbedded.Report.GetProperty(part).GetRawText(), shared.BySpark.Report.GetProperty(part).GetRawText());

    [Theory]
    [InlineData("SELECT count(*) > 0 AS n FROM stg_events", "true")]
    [InlineData("WITH one AS (SELECT 1 AS n) SELECT n FROM one;", "1")]
    [InlineData("SELECT 'a;b' AS n -- the end", "a;b")]
    [InlineData("SELECT count_if(order_id IS NULL) AS n FROM fct_orders", "0")]
    public void Query_IsAskedInSparksDialect(string sql, string value)
    {
        var result = SparkProgram.Run("query", sql, "--lakehouse", Lakehouse, "--output-format", "csv").Succeeded();

        Assert.Equal(($"n\r\n{value}\r\n", SparkProgram.Note), (result.Output, result.Errors));
    }

    [Fact]
    public void Show_PrintsAsManyRowsAsAsked()
    {
        var lines = SparkProgram.Run("show", "fct_orders", "--limit", "2", "--lakehouse", Lakehouse, "--output-format", "csv").Succeeded().OutputLines;

        Assert.Equal(3, lines.Length);
        Assert.StartsWith("order_id,", lines[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fct_orders", false)]
    [InlineData("stg_events", true)]
    public void Describe_OfEitherWritersTable_SaysTheSameOnBothEngines(string table, bool ofEmbedded)
    {
        string[] command = ["describe", table, "--lakehouse", (ofEmbedded ? shared.ByEmbedded : shared.BySpark).Path];

        Assert.Equal(StartedProgram.Run(command).Succeeded().Output, SparkProgram.Run(command).Succeeded().Output);
    }

    [Fact]
    public void History_NamesSparkAsTheWriter()
    {
        var output = SparkProgram.Run("history", "fct_orders", "--lakehouse", Lakehouse).Succeeded().Output;

        Assert.Contains("Apache-Spark", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_ListsTheRebuild()
    {
        var lines = SparkProgram.Run("runs", "--lakehouse", Lakehouse, "--output-format", "csv").Succeeded().OutputLines;

        Assert.StartsWith("1,rebuild,completed,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith($",{SparkLakehouse.Events}", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void CheckInput_CountsTheRowsOfTheSample() => Assert.Contains(
        "2,000", SparkProgram.Run("check-input", "--input", shared.Sample).Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public void Variable_AloneChoosesSpark()
    {
        var result = SparkProgram.RunWith("SPARK_REMOTE", SparkProgram.Remote, "query", "SELECT version() AS n", "--lakehouse", Lakehouse, "--output-format", "csv").Succeeded();

        Assert.Equal(SparkProgram.Note, result.Errors);
        Assert.StartsWith("4.0.4", result.OutputLines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Option_Embedded_WinsOverTheVariable()
    {
        var result = SparkProgram.RunWith("SPARK_REMOTE", "sc://127.0.0.1:1", "query", "SELECT 1 AS n", "--lakehouse", shared.ByEmbedded.Path, "--output-format", "csv", "--engine", "embedded").Succeeded();

        Assert.Equal(("n\r\n1\r\n", string.Empty), (result.Output, result.Errors));
    }
}
