using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Embedded;
using SparkAnalytics.Sql.Engines;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.Tests.Runs;

/// <summary>An engine need not tell versions and counts: they are found otherwise.</summary>
public sealed class SilentEngineTests : IDisposable
{
    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Rebuild_OnAnEngineThatTellsNothingOfItsCommands_ReportsTheSame()
    {
        var input = _test.File("in.csv", "client_id,timestamp,event_name\nu1,2025-03-01T08:00:00Z,page_view\nu1,2025-03-01T08:00:00Z,page_view\nu1,,page_view\nu1,,page_view\nu2,2025-03-01T08:00:00Z,page_view\n");
        var request = new RebuildRequest([input]) { Now = TestLakehouse.Noon };
        var expected = _test.Rebuild(request);
        using var spark = SparkSession.Create(new SilentEngine(new EmbeddedEngine()));
        var lakehouse = new Lakehouse(spark, _test.In("silent"), _test.Settings, TimeProvider.System);

        var first = lakehouse.Rebuild(request, null, CancellationToken.None);
        var second = lakehouse.Rebuild(request, null, CancellationToken.None);

        Assert.Equal((5L, 2L, 1L), (first.Input.Rows, first.Input.Duplicates, first.Input.Quarantined["timestamp_missing"]));
        Assert.Equal(expected.Totals, first.Totals);
        Assert.Equal(expected.Tables.Select(table => (table.Name, table.Rows, table.Version, table.Bytes > 0)), first.Tables.Select(table => (table.Name, table.Rows, table.Version, table.Bytes > 0)));
        Assert.All(second.Tables, table => Assert.Equal(1, table.Version));
        Assert.All(lakehouse.Optimize(null, CancellationToken.None), result => Assert.Equal((1L, null, null), (result.Version, result.FilesAdded, result.FilesRemoved)));
    }

    /// <summary>Does everything and says nothing of it, like one that hands commands on to a server.</summary>
    private sealed class SilentEngine(IEngine inner) : IEngine
    {
        public string Version => inner.Version;

        public StructType Schema(Relation leaf) => inner.Schema(leaf);

        public IEnumerable<Row> Execute(Relation plan) => inner.Execute(plan);

        public CommandResult Execute(Command command) => new(null, ImmutableDictionary<string, long>.Empty, inner.Execute(command).Paths);

        public string Explain(Relation plan) => inner.Explain(plan);

        public void Interrupt() => inner.Interrupt();

        public void Dispose() => inner.Dispose();
    }
}
