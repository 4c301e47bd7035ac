using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>Joins small files; the last completed run's set of tables stays readable throughout.</summary>
internal sealed class OptimizeRun(RunEnvironment environment)
{
    /// <summary>Operations of commits that alter no row.</summary>
    private static readonly ImmutableHashSet<string> s_keepsRows = ["OPTIMIZE", "VACUUM START", "VACUUM END"];

    public ImmutableArray<MaintenanceResult> Execute()
    {
        // Before the lock, which would make a lakehouse where there is none.
        environment.Log.Select(RunSelector.Latest);
        return new RunFrame(environment).Execute(RunKind.Optimize, Intend, Work);
    }

    private RunIntent Intend(ImmutableArray<RunRecord> history)
    {
        var last = environment.Log.Select(RunSelector.Latest);
        RequireSameRows(last);
        return new RunIntent(last.Inputs, last.Clock, last.SettingsHash);
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

    /// <summary>The latest version of each table must hold the rows of the last completed run; an optimize that did not finish left them as they were.</summary>
    private void RequireSameRows(RunRecord last)
    {
        foreach (var (table, version) in last.Versions)
        {
            var later = DeltaTable.ForPath(environment.Spark, environment.Paths.Of(table)).History().Collect()
                .Select(commit => (Version: commit.GetAs<long>("version"), Operation: commit.GetAs<string>("operation")))
                .Where(commit => commit.Version > version)
                .ToList();
            if (later.Any(commit => !s_keepsRows.Contains(commit.Operation)))
            {
                throw new PipelineException(ExitCode.Locked, FormattableString.Invariant($"{table} has version {later.Max(commit => commit.Version)}, which no completed run names (the last one, {last.RunId}, names {version}): a run did not finish. Run it again first."));
            }
        }
    }
}
