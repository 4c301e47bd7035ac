using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql.Printing;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Says in one message what is wrong with a command line and where to read on.</summary>
internal static class UsageError
{
    public static string? Of(ParseResult parsed)
    {
        var unknown = SwallowedOption(parsed) ?? (parsed.UnmatchedTokens is [var token, ..] ? token : null);
        if (parsed.Action is not ParseErrorAction && (unknown is null || parsed.Action is ExampleHelp))
        {
            return null;
        }

        var command = parsed.CommandResult.Command;
        var problem = unknown is null ? parsed.Errors[0].Message.TrimEnd('.') : Unknown(unknown, command);
        return $"{VisibleText.Of(problem)}; see '{string.Join(' ', Path(parsed))} --help'";
    }

    /// <summary>An option that takes many values takes a mistyped option for one of them.</summary>
    private static string? SwallowedOption(ParseResult parsed) => parsed.CommandResult.Children
        .OfType<OptionResult>()
        .SelectMany(option => option.Tokens)
        .FirstOrDefault(token => token.Value.StartsWith("--", StringComparison.Ordinal))?.Value;

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
