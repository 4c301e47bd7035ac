using System.CommandLine;
using SparkAnalytics.Jobs.CommandLine;
using SparkAnalytics.Jobs.Output;
using SparkAnalytics.Pipeline;

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
            screen.Fail(usageError);
            return ExitCode.BadUsage;
        }

        try
        {
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return (ExitCode)parsed.InvokeAsync(invocation, stop.Token).GetAwaiter().GetResult();
        }
        catch (Exception exception)
        {
            return Failed(exception, parsed.GetValue(SharedOptions.Verbose));
        }
    }

    private ExitCode Failed(Exception exception, bool verbose)
    {
        var exitCode = stop.ExitCode ?? ExitCodes.Of(exception);
        screen.Fail(Failure.MessageOf(exception, exitCode));
        if (verbose)
        {
            screen.Note(exception.ToString());
        }

        return exitCode;
    }
}
