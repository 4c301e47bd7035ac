using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Carries out the commands that change files.</summary>
internal sealed class CommandRunner(Statement statement)
{
    public CommandResult Run(Command command) => command switch
    {
        WriteCommand { Format: var format } write when format.Equals("delta", StringComparison.OrdinalIgnoreCase) => DeltaTables.Guard(() => new DeltaWriter(statement).Write(write)),
        WriteCommand write => DeltaTables.Guard(() => FileWriter.Write(write, statement)),
        DeleteCommand delete => DeltaTables.Guard(() => new RowChanger(statement).Delete(delete)),
        UpdateCommand update => DeltaTables.Guard(() => new RowChanger(statement).Update(update)),
        MergeCommand merge => DeltaTables.Guard(() => new Merger(statement).Merge(merge)),
        OptimizeCommand optimize => DeltaTables.Guard(() => new Optimizer(statement).Optimize(optimize)),
        RestoreCommand restore => DeltaTables.Guard(() => new Restorer(statement).Restore(restore)),
        VacuumCommand vacuum => DeltaTables.Guard(() => Vacuum(vacuum)),
        _ => throw new AnalysisException($"The embedded engine cannot run a {command.GetType().Name}."),
    };

    private CommandResult Vacuum(VacuumCommand vacuum)
    {
        var result = statement.Tables.Log(vacuum.Path).Vacuum(new SparkAnalytics.Delta.VacuumOptions
        {
            Retention = vacuum.Retention,
            DryRun = vacuum.DryRun,
            KeepVersions = vacuum.KeepVersions,
            AllowShortRetention = !vacuum.EnforceRetention,
        });
        return new CommandResult(null, Metrics.Of(("numDeletedFiles", result.Paths.Count), ("sizeOfDeletedFiles", result.Bytes)), [.. result.Paths]);
    }
}
