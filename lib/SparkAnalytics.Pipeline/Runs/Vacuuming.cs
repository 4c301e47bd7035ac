using System.Collections.Immutable;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>Deletes files that nothing needs. It changes no table, so it needs the lock but no intent: one that did not finish has only deleted less.</summary>
internal sealed class Vacuuming(RunEnvironment environment)
{
    private static readonly TimeSpan s_shortestRetention = TimeSpan.FromDays(7);

    public ImmutableArray<MaintenanceResult> Execute(TimeSpan retention, bool dryRun)
    {
        if (retention < s_shortestRetention)
        {
            throw new PipelineException(ExitCode.BadUsage, FormattableString.Invariant($"A retention of {retention.TotalHours:0.##} hours is below 168 hours (7 days): running readers and time travel may still need the files. Give --retain 7d or more."));
        }

        // Before the lock, which would make a lakehouse where there is none.
        environment.Log.Select(RunSelector.Latest);
        using var held = environment.AcquireLock("vacuum");
        var last = environment.Log.Select(RunSelector.Latest);
        var results = ImmutableArray.CreateBuilder<MaintenanceResult>();
        foreach (var table in ModelSteps.Tables.Select(table => table.Name).Where(last.Versions.ContainsKey))
        {
            environment.Cancellation.ThrowIfCancellationRequested();
            held.Check();
            var path = environment.Paths.Of(table);
            var deleted = DeltaTable.ForPath(environment.Spark, path).Vacuum(retention, [last.Versions[table]], dryRun)
                .Collect().Select(row => row.GetAs<string>(0)).ToImmutableArray();
            results.Add(new MaintenanceResult(table, TableVersions.Latest(environment.Spark, path), 0, deleted.Length, deleted));
        }

        return results.ToImmutable();
    }
}
