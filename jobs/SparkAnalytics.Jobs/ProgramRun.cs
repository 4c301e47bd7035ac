using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline;
using SparkAnalytics.Pipeline.Reports;

namespace SparkAnalytics.Jobs;

/// <summary>One run of the program: parse, carry out, and turn every failure into one message and an exit code.</summary>
internal sealed class ProgramRun(Screen screen, StopSignals stop)
{
    public ExitCode Run(IReadOnlyList<string> arguments)
    {
        var root = ProgramCommands.Create(screen);

        // A query may begin with @, which would otherwise name a file of options.
        var parsed = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (UsageError.Of(parsed) is { } usageError)
        {
            return Fail(parsed, ExitCode.BadUsage, usageError);
        }

        try
        {
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return (ExitCode)parsed.InvokeAsync(invocation, stop.Token).GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            var exitCode = stop.ExitCode ?? ExitCodes.Of(exception);
            Fail(parsed, exitCode, Failure.MessageOf(exception, exitCode));
            if (parsed.GetValue(SharedOptions.Verbose))
            {
                screen.Note(exception.ToString());
            }

            return exitCode;
        }
    }

    private ExitCode Fail(ParseResult parsed, ExitCode exitCode, string message)
    {
        screen.Fail(message);
        if (parsed.GetResult(SharedOptions.Json) is { Errors: var errors, Tokens: [var path] } && !errors.Any())
        {
            ReportFile.Write(new FailureReport((int)exitCode, message), path.Value);
        }

        return exitCode;
    }
}
