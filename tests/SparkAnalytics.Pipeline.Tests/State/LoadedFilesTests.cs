using System.Collections.Immutable;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.Tests.State;

public sealed class LoadedFilesTests : IDisposable
{
    private readonly TestLakehouse _test = new();

    public void Dispose() => _test.Dispose();

    [Fact]
    public void Read_WhenRunsFailed_LeavesTheirFilesOutAndTakesAppendedOnesUntilARebuild()
    {
        var files = new LoadedFiles(_test.Spark, new LakehousePaths(_test.Path));
        LoadedFile File(string name) => new(name, 1, Timestamp.FromUnixMicroseconds(0));
        string[] Held(params (long Id, RunState State, RunKind Kind)[] runs) => [.. files.Read([.. runs.Select(run => Record(run.Id, run.State, run.Kind))]).Select(file => file.Path).Order(StringComparer.Ordinal)];

        files.Replace([File("a")], 1, []);
        files.Append([File("b")], 2);
        files.Append([File("c")], 3);

        Assert.Empty(Held((1, RunState.Started, RunKind.Rebuild)));
        Assert.Equal(["a"], Held((1, RunState.Completed, RunKind.Rebuild), (2, RunState.Started, RunKind.Optimize)));
        Assert.Equal(["a", "c"], Held((1, RunState.Completed, RunKind.Rebuild), (2, RunState.Failed, RunKind.Optimize), (3, RunState.Completed, RunKind.Optimize)));

        var history = ImmutableArray.Create(Record(1, RunState.Completed, RunKind.Rebuild), Record(2, RunState.Completed, RunKind.Optimize));
        files.Replace([File("d")], 4, history);
        Assert.Equal(["a", "b"], Held((1, RunState.Completed, RunKind.Rebuild), (2, RunState.Completed, RunKind.Optimize), (4, RunState.Started, RunKind.Rebuild)));
        Assert.Equal(["d"], Held((1, RunState.Completed, RunKind.Rebuild), (2, RunState.Completed, RunKind.Optimize), (4, RunState.Completed, RunKind.Rebuild)));
    }

    private static RunRecord Record(long id, RunState state, RunKind kind) => new()
    {
        RunId = id,
        State = state,
        Kind = kind,
        At = TestLakehouse.Noon.AddHours(id),
        Clock = TestLakehouse.Noon,
        Engine = "engine",
        SettingsHash = "a hash",
        Inputs = [],
        Versions = ImmutableSortedDictionary<string, long>.Empty,
    };
}
