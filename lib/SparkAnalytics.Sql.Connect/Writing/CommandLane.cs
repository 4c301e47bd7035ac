using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>A session whose commands follow one another, since Delta takes options from the session's settings and leaves the version made there.</summary>
internal sealed class CommandLane(SparkConnection connection, PlanCompiler compiler)
{
    private readonly Lock _lock = new();

    /// <summary>Runs a command if none runs; null where one does.</summary>
    public CommandResult? TryRun(Command command)
    {
        if (!_lock.TryEnter())
        {
            return null;
        }

        try
        {
            return new CommandRunner(connection, compiler).Run(command);
        }
        finally
        {
            _lock.Exit();
        }
    }

    /// <summary>Runs a command after those that run.</summary>
    public CommandResult Run(Command command)
    {
        lock (_lock)
        {
            return new CommandRunner(connection, compiler).Run(command);
        }
    }
}
