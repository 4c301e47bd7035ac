using System.CommandLine;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Rules between the options of one command.</summary>
internal static class CommandRules
{
    /// <summary>Refuses a command line that gives both options.</summary>
    public static void AllowsOnlyOneOf(this Command command, Option first, Option second) => command.Validators.Add(result =>
    {
        if (result.GetResult(first) is { Implicit: false } && result.GetResult(second) is { Implicit: false })
        {
            result.AddError($"{first.Name} and {second.Name} exclude each other; give one of them");
        }
    });
}
