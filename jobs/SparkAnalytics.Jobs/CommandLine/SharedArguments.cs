using System.CommandLine;
using SparkAnalytics.Models;

namespace SparkAnalytics.Jobs.CommandLine;

/// <summary>Arguments that several commands have.</summary>
internal static class SharedArguments
{
    public static Argument<string> Table { get; } = new("MODEL")
    {
        Description = $"{string.Join(", ", Names[..^1])} or {Names[^1]}.",
    };

    private static string[] Names => [.. ModelSteps.Tables.Select(table => table.Name)];
}
