using System.CommandLine;
using SparkAnalytics.Pipeline;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>A command whose help ends with examples.</summary>
internal sealed class ExampleCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Command lines that work as they stand, without the program's name.</summary>
    public IReadOnlyList<string> Examples => examples;

    /// <summary>What the command does; failures are exceptions.</summary>
    public void Does(Action<ParseResult, CancellationToken> action) => SetAction((parsed, cancellation) =>
    {
        action(parsed, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return Task.FromResult((int)ExitCode.Done);
    });
}
