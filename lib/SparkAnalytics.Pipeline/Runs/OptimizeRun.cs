using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql.Delta;

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
        foreach (var table in ModelSteps.Tables.Select(table => table.Name).Where(versions.ContainsKey))
        {
            var (result, _) = environment.Step(table, () =>
            {
                run.BeforeCommit();
                return OptimizeOne(run, table);
            });
            results.Add(result);
            versions = versions.SetItem(table, result.Version);
        }

        return new RunOutcome<ImmutableArray<MaintenanceResult>>(versions, null, results.ToImmutable());
    }

    private MaintenanceResult OptimizeOne(ActiveRun run, string table)
    {
        var delta = DeltaTable.ForPath(environment.Spark, environment.Paths.Of(table));
        var result = delta.Optimize()
            .Option("targetFileSize", environment.Settings.Analytics.Files.TargetFileSize.ToString(CultureInfo.InvariantCulture))
            .Option("userMetadata", run.Mark)
            .ExecuteCompaction();
        var version = result.Version ?? delta.CommitMarked(run.Mark)?.GetAs<long>("version") ?? run.Started.Versions[table];
        return new MaintenanceResult(table, version, result.Count("numAddedFiles"), result.Count("numRemovedFiles"), []);
    }
}
