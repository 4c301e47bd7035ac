using System.Globalization;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.EndToEnd.Tests.Kills;

/// <summary>Wherever the process of a run is killed, the next one ends in the tables of one rebuild, and nothing is loaded twice.</summary>
public sealed class KilledRunTests : IDisposable
{
    /// <summary>The environment variable with the number of processes to kill; before a release it is set far higher than for each commit.</summary>
    private const string Kills = "SPARK_ANALYTICS_KILLS";

    /// <summary>The environment variable with the seed of an earlier try, whose files then come in the same order.</summary>
    private const string Seed = "SPARK_ANALYTICS_KILLS_SEED";

    /// <summary>Lakehouses of a test that are filled beside each other.</summary>
    private const int Sequences = 2;

    /// <summary>Tests that share the kills, so that on a slow machine none seems to hang.</summary>
    private const int Rounds = 2;

    /// <summary>The clocks of the runs over a sample of March 2025: what a run finds of later days is held back until a later run.</summary>
    private static readonly string[] s_clocks =
        ["2025-03-11T00:00:00Z", "2025-03-21T00:00:00Z", "2025-04-01T00:00:00Z"];

    private readonly TemporaryFolder _folder = new();
    private readonly SparkSession _spark = SparkSession.Create(new EmbeddedEngine(new EmbeddedEngineOptions()));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task Run_WhenItsProcessesAreKilledAtAnyMoment_EndsInTheTablesOfOneRebuild(int round)
    {
        StartedProgram.Run("sample", "--events", "600", "--seed", "3", "--output-format", "csv", "--output", _folder.Of("sample")).Succeeded();
        var files = Directory.GetFiles(_folder.Of("sample"), "*.csv").Order(StringComparer.Ordinal).ToList();

        // The same events once more under another name.
        files.Add(_folder.Of("again.csv"));
        File.Copy(files[11], files[^1]);
        var start = TimeProvider.System.GetTimestamp();
        StartedProgram.Run(["rebuild", .. files.SelectMany(file => new[] { "--input", file }), "--now", s_clocks[^1], "--lakehouse", _folder.Of("rebuilt")]).Succeeded();
        var length = TimeProvider.System.GetElapsedTime(start);

        var (kills, seed) = ((Number(Kills) ?? 100) / Rounds, Number(Seed) ?? Random.Shared.Next());
        var sequences = Enumerable.Range(0, Sequences)
            .Select(index => new KilledSequence(_folder.Of($"{index}"), unchecked(seed + (round * Sequences) + index), (kills + index) / Sequences)).ToList();
        await Task.WhenAll(sequences.Select(sequence => Task.Run(() => sequence.Load(files, s_clocks, length))));

        Assert.All(sequences, sequence =>
        {
            TestContext.Current.TestOutputHelper?.WriteLine(sequence.Story);
            Assert.True(sequence.KilledAtWork > 0, sequence.Story);
            var wrong = ModelSteps.Tables.SelectMany(table => Differences(table, sequence.Lakehouse)).Concat(LoadedTwice(sequence.Lakehouse, files.Count)).ToList();
            Assert.True(wrong.Count == 0, $"{string.Join('\n', wrong)}\n{sequence.Story}");
        });
    }

    public void Dispose()
    {
        _spark.Stop();
        _folder.Dispose();
    }

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Equal rows of several files count once in the quarantine, and either file may be named.</summary>
    private IEnumerable<string> Differences(TableDefinition table, string lakehouse)
    {
        DataFrame Rows(string path) => table == QuarantinedEvents.Table ? Table(path, table).Drop("source_file") : Table(path, table);
        return TableDifferences.Of(table, new NamedRows("the rebuild", Rows(_folder.Of("rebuilt"))), new NamedRows("the killed runs", Rows(lakehouse)));
    }

    private IEnumerable<string> LoadedTwice(string lakehouse, int files)
    {
        foreach (var table in new[] { StgEvents.Table, FctSessionEvents.Table })
        {
            var ids = Table(lakehouse, table).Select("event_id");
            if (ids.Count() != ids.Distinct().Count())
            {
                yield return $"{table.Name} holds an event twice";
            }
        }

        var completed = State(lakehouse, "runs").Filter(Functions.Col("state") == "completed").Select("run_id");
        var paths = State(lakehouse, "loaded_files").Join(completed, ["run_id"], "left_semi").Select("path");
        if (paths.Count() != files || paths.Distinct().Count() != files)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{files} files were loaded as {paths.Count()}, {paths.Distinct().Count()} different");
        }
    }

    private DataFrame Table(string lakehouse, TableDefinition table) =>
        new Lakehouse(_spark, lakehouse, SettingsLoader.Load(), TimeProvider.System).Table(table.Name, RunSelector.Latest);

    private DataFrame State(string lakehouse, string name) => _spark.Read().Format("delta").Load(Path.Combine(lakehouse, "_state", name));
}
