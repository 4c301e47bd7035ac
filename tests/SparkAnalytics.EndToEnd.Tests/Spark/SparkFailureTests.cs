namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>What goes wrong on a server that is there: one message that names the culprit, and nothing done.</summary>
[Collection("Spark")]
public sealed class SparkFailureTests(SparkLakehouse shared) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("SELECT order_id,\n  revenu\nFROM fct_orders", "UNRESOLVED_COLUMN", "line 2")]
    [InlineData("SELECT cuont(*)\nFROM fct_orders", "UNRESOLVED_ROUTINE", "line 1")]
    [InlineData("SELECT * FROM orders", "TABLE_OR_VIEW_NOT_FOUND", "line 1")]
    public void Query_WithAMistake_GivesSparksClassAndTheLine(string sql, string errorClass, string line)
    {
        var result = SparkProgram.Run("query", sql, "--lakehouse", shared.BySpark.Path);

        Assert.Contains($"[{errorClass}", result.FailedWith(2), StringComparison.Ordinal);
        Assert.Contains(line, result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TABLE fct_orders")]
    [InlineData("DROP VIEW fct_orders")]
    [InlineData("DELETE FROM fct_orders")]
    [InlineData("DELETE FROM delta.`{0}/fct_orders`")]
    [InlineData("CREATE TABLE delta.`{1}` USING delta AS SELECT 1 AS n")]
    [InlineData("INSERT OVERWRITE DIRECTORY '{1}' USING csv SELECT 1 AS n")]
    [InlineData("SELECT 1) UNION ALL (SELECT 2); DROP TABLE fct_orders")]
    public void Query_ThatIsACommand_IsRefusedAndDoesNothing(string sql)
    {
        var lakehouse = shared.BySpark.Path;
        var command = string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, lakehouse, _folder.Of("made"));
        var before = Files(lakehouse);

        SparkProgram.Run("query", command, "--lakehouse", lakehouse).FailedWith(2);

        Assert.Equal(before, Files(lakehouse));
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Query_OfAFile_IsRefusedUnlessFilesAreAllowed()
    {
        var sql = $"SELECT count(*) > 0 AS n FROM parquet.`{shared.Sample}`";
        string[] command = ["query", sql, "--lakehouse", shared.BySpark.Path, "--output-format", "csv"];

        Assert.Contains("--allow-files", Words(SparkProgram.Run(command), 2), StringComparison.Ordinal);
        Assert.Equal("n\r\ntrue\r\n", SparkProgram.Run([.. command, "--allow-files"]).Succeeded().Output);
    }

    [Fact]
    public void Rebuild_WhenTheInputIsNotThere_NamesItAndMakesNoTable()
    {
        var message = SparkProgram.Run("rebuild", "--input", _folder.Of("none.csv"), "--lakehouse", _folder.Of("lakehouse")).FailedWith(3);

        Assert.Contains("none.csv", message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("lakehouse/stg_events")));
    }

    [Theory]
    [InlineData("query", "SELECT 1")]
    [InlineData("show", "fct_orders")]
    [InlineData("runs")]
    [InlineData("optimize")]
    [InlineData("vacuum")]
    public void Command_WhenThereIsNoLakehouse_SaysSo(params string[] command)
    {
        Assert.Contains("nowhere", SparkProgram.Run([.. command, "--lakehouse", _folder.Of("nowhere")]).FailedWith(3), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Of("nowhere")));
    }

    [Fact]
    public void Token_OfTheEnvironment_IsShownNowhere()
    {
        var built = shared.BySpark;
        var refused = SparkProgram.Run("query", "SELECT nothing", "--lakehouse", built.Path, "--verbose");

        Assert.Equal(2, refused.ExitCode);
        Assert.Contains("   at ", refused.Errors, StringComparison.Ordinal);
        var texts = new[] { built.Result.Output, built.Result.Errors, built.Report.GetRawText(), refused.Output, refused.Errors };
        Assert.All(texts.Concat(Files(built.Path).Select(File.ReadAllText)), text => Assert.DoesNotContain(SparkProgram.Token, text, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Files(string folder) => [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string Words(CommandResult result, int exitCode)
    {
        result.FailedWith(exitCode);
        return result.Errors;
    }
}
