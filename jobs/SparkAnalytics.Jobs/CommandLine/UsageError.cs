using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Says in one message what is wrong with a command line and where to read on.</summary>
internal static class UsageError
{
    public static string? Of(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0 || parsed.Action is not ParseErrorAction)
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        var problem = parsed.UnmatchedTokens is [var token, ..]
            ? Unknown(token, command)
            : parsed.Errors[0].Message.TrimEnd('.');
        return $"{problem}; see '{string.Join(' ', Path(parsed))} --help'";
    }

    private static string Unknown(string token, Command command)
    {
        var isOption = token.StartsWith('-');
        var known = isOption
            ? command.Options.Append(SharedOptions.Verbose).Where(option => option is not HelpOption).Select(option => option.Name)
            : command.Subcommands.Select(subcommand => subcommand.Name);
        var what = isOption ? "option" : command.Subcommands.Count > 0 ? "command" : "argument";
        return $"unknown {what} '{token}'" + (NearestName.Of(token, known) is { } nearest ? $", did you mean '{nearest}'?" : "");
    }

    private static IEnumerable<string> Path(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand root ? [root.Name] : [parsed.RootCommandResult.Command.Name, parsed.CommandResult.Command.Name];
}
