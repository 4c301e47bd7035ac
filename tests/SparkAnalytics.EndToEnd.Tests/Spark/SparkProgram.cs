using SparkAnalytics.SparkServer;

namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>Starts the program with the engine Spark, on the one server of the test run; without SPARK_HOME the test is skipped.</summary>
internal static class SparkProgram
{
    /// <summary>A token that the environment holds for every command; the server of the tests asks for none.</summary>
    public const string Token = "s3same";

    /// <summary>A rebuild of any size takes Spark minutes on a busy machine: hundreds of small jobs.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromMinutes(15);

    /// <summary>The server's address.</summary>
    public static string Remote
    {
        get
        {
            Assert.SkipWhen(LocalSparkServer.Home is null, LocalSparkServer.SkipReason);
            return SharedSparkServer.Remote;
        }
    }

    /// <summary>What the program says on the error output before anything else.</summary>
    public static string Note => $"engine: Spark at {Remote}\n";

    /// <summary>The options that choose the server.</summary>
    public static string[] Options => ["--engine", "spark", "--remote", Remote];

    /// <summary>Runs a command on Spark to its end.</summary>
    public static CommandResult Run(params string[] arguments)
    {
        using var running = Start(arguments);
        return running.Finish();
    }

    /// <summary>Starts a command on Spark.</summary>
    public static RunningProgram Start(params string[] arguments) => StartWith("SPARK_CONNECT_AUTHENTICATE_TOKEN", Token, [.. arguments, .. Options]);

    /// <summary>Runs a command to its end with one variable of the environment, and no option that is not given here.</summary>
    public static CommandResult RunWith(string variable, string value, params string[] arguments)
    {
        using var running = StartWith(variable, value, arguments);
        return running.Finish();
    }

    private static RunningProgram StartWith(string variable, string value, string[] arguments)
    {
        var info = StartedProgram.Info("dotnet", Environment.CurrentDirectory, [StartedProgram.Path, .. arguments]);
        info.Environment[variable] = value;
        return new RunningProgram(info, s_limit);
    }
}
