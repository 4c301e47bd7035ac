
namespace SparkAnalytics.EndToEnd.Tests;

/// <summary>What the program says about itself, and about command lines that cannot be.</summary>
public sealed class HelpTests
{
    [Theory]
    [InlineData("demo")]
    [InlineData("sample")]
    [InlineData("rebuild")]
    [InlineData("run")]
    [InlineData("check-input")]
    [InlineData("query")]
    [InlineData("show")]
    [InlineData("describe")]
    [InlineData("history")]
    [InlineData("runs")]
    [InlineData("changes")]
    [InlineData("status")]
    [InlineData("optimize")]
    [InlineData("vacuum")]
    [InlineData("settings")]
    public void Help_OfEveryCommand_EndsWithAnExample(string command)
    {
        var help = StartedProgram.Run(command, "--help").Succeeded();
        Assert.StartsWith($"  spark-analytics {command}", help.OutputLines[^1], StringComparison.Ordinal);
        Assert.Contains("--verbose", help.Output, StringComparison.Ordinal);
        Assert.Contains(command, StartedProgram.Run("--help").Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Demo_Help_StatesItsDefaultFolder() =>
        Assert.Contains("demo-lakehouse", StartedProgram.Run("demo", "--help").Succeeded().Output, StringComparison.Ordinal);

    [Fact]
    public void Run_WithoutACommand_PrintsHelpAndFailsAsBadUsage()
    {
        var result = StartedProgram.Run();
        Assert.Equal(2, result.ExitCode);
        Assert.Contains("rebuild", result.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unknown command 'rebiuld', did you mean 'rebuild'?; see 'spark-analytics --help'", "rebiuld")]
    [InlineData("unknown option '--lakehous', did you mean '--lakehouse'?; see 'spark-analytics rebuild --help'", "rebuild", "--input", "x", "--lakehous", "y")]
    [InlineData("unknown option '--treads', did you mean '--threads'?; see 'spark-analytics rebuild --help'", "rebuild", "--treads", "2", "--input", "x", "--lakehouse", "y")]
    [InlineData("Option '--lakehouse' is required; see 'spark-analytics show --help'", "show", "fct_orders")]
    [InlineData("--limit must be a whole number, 1 or more, not '0'; see 'spark-analytics show --help'", "show", "fct_orders", "--limit", "0", "--lakehouse", "x")]
    [InlineData("--as-of must be an instant such as 2025-03-31 or 2025-03-31T18:00:00Z, not 'yesterday'; see 'spark-analytics query --help'", "query", "SELECT 1", "--as-of", "yesterday", "--lakehouse", "x")]
    [InlineData("--run and --as-of exclude each other; give one of them; see 'spark-analytics query --help'", "query", "SELECT 1", "--run", "1", "--as-of", "2025-03-31", "--lakehouse", "x")]
    [InlineData("--version and --as-of exclude each other; give one of them; see 'spark-analytics show --help'", "show", "fct_orders", "--version", "0", "--as-of", "2025-03-31", "--lakehouse", "x")]
    [InlineData("--memory must be a size such as 512MB or 2GB, not 'much'; see 'spark-analytics rebuild --help'", "rebuild", "--input", "x", "--lakehouse", "y", "--memory", "much")]
    [InlineData("--input-format must be one of csv, jsonl, parquet, delta, not 'xml'; see 'spark-analytics rebuild --help'", "rebuild", "--input", "x", "--lakehouse", "y", "--input-format", "xml")]
    [InlineData("--output-format must be one of table, csv, json, not 'tabel', did you mean 'table'?; see 'spark-analytics show --help'", "show", "fct_orders", "--lakehouse", "x", "--output-format", "tabel")]
    [InlineData("unknown command 'purchases'; see 'spark-analytics --help'", "purchases")]
    [InlineData("--retain must be a duration such as 7d, 36h or 30m, not 'long'; see 'spark-analytics vacuum --help'", "vacuum", "--lakehouse", "y", "--retain", "long")]
    public void Run_WhenTheCommandLineIsWrong_SaysWhatAndFailsAsBadUsage(string message, params string[] arguments)
    {
        var result = StartedProgram.Run(arguments);
        Assert.Equal("error: " + message, result.FailedWith(2));
        Assert.Empty(result.Output);
    }
}
