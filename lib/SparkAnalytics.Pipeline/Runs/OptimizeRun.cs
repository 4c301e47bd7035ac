using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.State;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>Joins small files; the last completed run's set of tables stays readable throughout.</summary>
internal sealed class OptimizeRun(RunEnvironment environment)
{
    public ImmutableArray<MaintenanceResult> Execute()
    {
        // Before the lock, which would make a lakehouse where there is none.
        environment.Log.Select(RunSelector.Latest);
        return new RunFrame(environment).Execute(RunKind.Optimize, start => new RunIntent(start.Last!.Inputs, start.Last.Clock, start.Last.SettingsHash), Work);
    }

    private RunOutcome<ImmutableArray<MaintenanceResult>> Work(ActiveRun run)
    {
        var versions = run.Started.Versions;
        var results = ImmutableArray.CreateBuilder<MaintenanceResult>();
        var upkeep = new Upkeep(run);
        foreach (var table in ModelSteps.Tables.Where(table => versions.ContainsKey(table.Name)))
        {
            var (result, _) = environment.Step(table.Name, () =>
            {
                run.BeforeCommit();
                return upkeep.Optimize(table, run.Started.Versions[table.Name]);
            });
            results.Add(result);
            versions = versions.SetItem(table.Name, result.Version);
        }

        return new RunOutcome<ImmutableArray<MaintenanceResult>>(versions, null, results.ToImmutable());
    }
}
