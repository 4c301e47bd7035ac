using System.CommandLine;
using System.CommandLine.Help;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Help as System.CommandLine lays it out, with examples at its end.</summary>
internal static class ExampleHelp
{
    private const int WidestLine = 100;

    public static void AddTo(RootCommand root)
    {
        var builder = new HelpBuilder(Console.IsOutputRedirected ? WidestLine : Math.Clamp(Console.WindowWidth, 40, WidestLine));
        builder.CustomizeLayout(_ => HelpBuilder.Default.GetLayout().Append(Examples));
        var action = new HelpAction { Builder = builder };
        root.Options.OfType<HelpOption>().Single().Action = action;
        root.SetAction(parsed =>
        {
            action.Invoke(parsed);
            return (int)Pipeline.ExitCode.BadUsage;
        });
    }

    private static bool Examples(HelpContext context)
    {
        if (context.Command is not ExampleCommand command)
        {
            return false;
        }

        context.Output.WriteLine(command.Examples.Count == 1 ? "Example:" : "Examples:");
        foreach (var example in command.Examples)
        {
            context.Output.WriteLine($"  spark-analytics {example}");
        }

        return true;
    }
}
