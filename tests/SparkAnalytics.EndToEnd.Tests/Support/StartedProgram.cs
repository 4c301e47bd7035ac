using System.Diagnostics;

namespace SparkAnalytics.EndToEnd.Tests.Support;

/// <summary>Starts the built program as a user would, with a limit of time.</summary>
internal static class StartedProgram
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(3);

    /// <summary>The program's own file.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "spark-analytics.dll");

    /// <summary>Runs a command to its end.</summary>
    public static CommandResult Run(params string[] arguments) => RunIn(Environment.CurrentDirectory, arguments);

    /// <summary>Runs a command to its end in a folder.</summary>
    public static CommandResult RunIn(string folder, params string[] arguments)
    {
        using var running = Start(folder, arguments);
        return running.Finish();
    }

    /// <summary>Starts a command.</summary>
    public static RunningProgram Start(string folder, params string[] arguments) => new(Info("dotnet", folder, [Path, .. arguments]), _limit);

    /// <summary>What is needed to start some program with its output redirected.</summary>
    public static ProcessStartInfo Info(string file, string folder, IEnumerable<string> arguments)
    {
        var info = new ProcessStartInfo(file)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };

        // Which engine a test means must not depend on who runs it.
        info.Environment.Remove("SPARK_REMOTE");
        foreach (var argument in arguments)
        {
            info.ArgumentList.Add(argument);
        }

        return info;
    }
}
