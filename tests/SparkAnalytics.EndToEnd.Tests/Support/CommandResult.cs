namespace SparkAnalytics.EndToEnd.Tests.Support;

/// <summary>How a started program ended.</summary>
internal sealed record CommandResult(int ExitCode, string Output, string Errors)
{
    /// <summary>The lines of the output.</summary>
    public string[] OutputLines => Output.Split(["\r\n", "\n"], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Fails with all that was printed unless the program ended well.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Errors}\n{Output}");
        return this;
    }

    /// <summary>Fails unless the program ended with a code and exactly one line of message, without a stack trace.</summary>
    public string FailedWith(int exitCode)
    {
        Assert.True(ExitCode == exitCode, $"exit code {ExitCode} instead of {exitCode}\n{Errors}\n{Output}");
        Assert.DoesNotContain("   at ", Errors, StringComparison.Ordinal);
        return Assert.Single(Errors.Split('\n'), line => line.StartsWith("error: ", StringComparison.Ordinal));
    }
}
