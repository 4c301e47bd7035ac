using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Models;
using SparkAnalytics.Pipeline.Increments;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.SampleData;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests.Support;

/// <summary>One rough sample in files of all formats, and the tables that it gives without any rewrite on one thread.</summary>
public sealed class RewriteSample : IDisposable
{
    private const string AllModels = "attribution_models=[first_click,last_click,linear,position_based,time_decay]";

    private static readonly DateTimeOffset s_clock = new(2025, 3, 8, 0, 0, 0, TimeSpan.Zero);

    private readonly TestLakehouse _input = new();
    private readonly List<string> _parts = [];
    private readonly ImmutableSortedDictionary<string, ImmutableList<string>> _expected;

    public RewriteSample()
    {
        var random = new Random(1);
        var rows = RoughSample.Rows(new SampleOptions(20_000, 1, new DateOnly(2025, 3, 1), 5), random);
        var sent = rows.Concat(rows.Where(_ => random.Next(10) == 0)).ToArray();
        random.Shuffle(sent);
        foreach (var (part, file) in sent.Chunk((sent.Length / 4) + 1).Index())
        {
            SplitInput.Write(_input, $"{part}/events", part, file);
            _parts.Add(_input.In(part.ToString(CultureInfo.InvariantCulture)));
        }

        // Times and lines that are none, for the quarantine.
        _input.File("1/broken.csv", "client_id,timestamp,event_name\nu1,2025-02-30T09:00:00Z,page_view\nu2,,page_view\nu3,2025-03-01T09:00:00Z\n");
        _input.File("3/broken.jsonl", "[1]\n{\"client_id\":\"u5\"\n");
        _expected = Rebuild(new EmbeddedEngineOptions { Threads = 1, UseRewrites = false });
    }

    public void Dispose() => _input.Dispose();

    /// <summary>Rebuilds the sample into a new lakehouse on a new engine, and fails where a table has a row more or less than the plain plans gave.</summary>
    /// <param name="options">The engine's options.</param>
    /// <param name="targetFileSize">The size of data files in bytes, or null for the default.</param>
    public void AssertRebuildIsSame(EmbeddedEngineOptions options, long? targetFileSize = null) => AssertSame(Rebuild(options, targetFileSize));

    /// <summary>The same for a lakehouse that takes in one half of the files by a run, and the other half by a second one.</summary>
    /// <param name="options">The engine's options.</param>
    public void AssertRunsAreSame(EmbeddedEngineOptions options)
    {
        using var test = new TestLakehouse(options, AllModels);
        foreach (var count in (int[])[_parts.Count / 2, _parts.Count])
        {
            Assert.NotNull(test.Lakehouse.Run(new RunRequest([.. _parts.Take(count)]) { Now = s_clock }, null, CancellationToken.None));
        }

        AssertSame(TableRows.All(test.Lakehouse));
    }

    private void AssertSame(ImmutableSortedDictionary<string, ImmutableList<string>> actual)
    {
        Assert.Equal(ModelSteps.Tables.Select(table => table.Name).Order(StringComparer.Ordinal), _expected.Keys);
        TableRows.AssertSame(_expected, actual);
    }

    private ImmutableSortedDictionary<string, ImmutableList<string>> Rebuild(EmbeddedEngineOptions options, long? targetFileSize = null)
    {
        using var test = new TestLakehouse(options, AllModels);
        var analytics = test.Settings.Analytics;
        var settings = test.Settings with { Analytics = targetFileSize is { } size ? analytics with { Files = analytics.Files with { TargetFileSize = size } } : analytics };
        var lakehouse = new Lakehouse(test.Spark, test.Path, settings, TimeProvider.System);
        lakehouse.Rebuild(new RebuildRequest([.. _parts]) { Now = s_clock }, null, CancellationToken.None);
        var written = Directory.GetFiles(test.Path, "*.parquet", SearchOption.AllDirectories).Count(path => path.Contains(StgEvents.Table.Name, StringComparison.Ordinal));
        Assert.True(targetFileSize is null || written > 1, $"The staged events lie in {written} file(s), so small files are not tried.");
        return TableRows.All(lakehouse);
    }
}
