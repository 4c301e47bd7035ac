using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql.Delta;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>Takes back what runs that did not end left in the tables, so that the next one begins where the last completed one ended.</summary>
internal sealed class Recovery(RunEnvironment environment, LakehouseLock held)
{
    /// <summary>How every mark of this program's commits begins.</summary>
    public const string Mark = "spark-analytics ";

    /// <summary>Operations of commits that alter no row.</summary>
    private static readonly ImmutableHashSet<string> s_keepsRows = ["OPTIMIZE", "VACUUM START", "VACUUM END"];

    /// <summary>Brings the tables back to the last completed run.</summary>
    /// <param name="last">That run.</param>
    /// <returns>The version of each table that holds its rows.</returns>
    /// <exception cref="PipelineException">Somebody else changed the rows of a table.</exception>
    public ImmutableSortedDictionary<string, long> Execute(RunRecord last) =>
        last.Versions.ToImmutableSortedDictionary(table => table.Key, table => Recover(table.Key, table.Value, last));

    private long Recover(string table, long version, RunRecord last)
    {
        var path = environment.Paths.Of(table);
        var latest = TableVersions.Latest(environment.Spark, path);
        if (latest == version)
        {
            return version;
        }

        var delta = DeltaTable.ForPath(environment.Spark, path);
        var changes = delta.History().Collect()
            .Select(commit => (Version: commit.GetAs<long>("version"), Operation: commit.GetAs<string>("operation"), Mark: commit.GetAs<string?>("userMetadata")))
            .Where(commit => commit.Version > version && !s_keepsRows.Contains(commit.Operation))
            .ToList();
        if (changes.Count == 0)
        {
            return latest;
        }

        if (changes.Find(commit => commit.Mark?.StartsWith(Mark, StringComparison.Ordinal) != true) is { Operation: not null } foreign)
        {
            throw new PipelineException(ExitCode.Locked, string.Create(
                CultureInfo.InvariantCulture,
                $"{path} was changed by somebody else: version {foreign.Version} ({foreign.Operation}) is of no run of this program; the last one, {last.RunId}, names version {version}. Restore that version if the change was a mistake, or rebuild."));
        }

        held.Check();
        return delta.Option("userMetadata", Mark + "recovery").RestoreToVersion(version).Version ?? TableVersions.Latest(environment.Spark, path);
    }
}
