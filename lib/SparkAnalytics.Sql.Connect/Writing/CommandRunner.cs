using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Plans;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Writing;

/// <summary>Carries out commands; the server tells neither versions nor counts, so results hold none.</summary>
internal sealed class CommandRunner(SparkConnection connection, PlanCompiler compiler)
{
    public CommandResult Run(Command command)
    {
        switch (command)
        {
            case UncacheCommand uncache:
                compiler.Cached.Release(uncache.Key);
                return CommandResult.None;
            case CreateViewCommand view:
                Send(new() { CreateDataframeView = new() { Input = compiler.Compile(view.Input), Name = view.Name, Replace = view.Replace } });
                return CommandResult.None;
            case WriteCommand write:
                Send(new() { WriteOperation = Writes.Of(write, compiler) });
                return CommandResult.None;
            default:
                throw new AnalysisException($"The engine Spark cannot run a {command.GetType().Name}.");
        }
    }

    private void Send(Proto.Command command)
    {
        using var operation = connection.Start(new Proto.Plan { Command = command });
        while (operation.Next() is not null)
        {
            // What comes back are signs of progress.
        }
    }
}
