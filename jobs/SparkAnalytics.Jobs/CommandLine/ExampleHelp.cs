using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SparkAnalytics.Pipeline;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Help as System.CommandLine lays it out, with examples at its end.</summary>
internal sealed class ExampleHelp : SynchronousCommandLineAction
{
    private const int WidestLine = 100;

    private readonly HelpAction _help = new() { MaxWidth = Console.IsOutputRedirected ? WidestLine : Math.Clamp(Console.WindowWidth, 40, WidestLine) };

    private ExampleHelp()
    {
    }

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    public static void AddTo(RootCommand root)
    {
        var help = new ExampleHelp();
        root.Options.OfType<HelpOption>().Single().Action = help;
        root.SetAction(parsed =>
        {
            help.Invoke(parsed);
            return (int)ExitCode.BadUsage;
        });
    }

    public override int Invoke(ParseResult parseResult)
    {
        _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampleCommand command)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var example in command.Examples)
            {
                output.WriteLine($"  spark-analytics {example}");
            }
        }

        return (int)ExitCode.Done;
    }
}
