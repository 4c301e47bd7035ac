using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Tests;

/// <summary>What each failure means to an orchestrator.</summary>
public sealed class ExitCodesTests
{
    public static TheoryData<Exception, ExitCode> Failures => new()
    {
        { new PipelineException(ExitCode.GateFailed, "a gate"), ExitCode.GateFailed },
        { new SettingsException("a setting"), ExitCode.BadUsage },
        { new AnalysisException("a name"), ExitCode.BadUsage },
        { new QueryExecutionException(QueryErrorKind.BadInput, "a file"), ExitCode.BadInput },
        { new QueryExecutionException(QueryErrorKind.NotFound, "a file"), ExitCode.BadInput },
        { new QueryExecutionException(QueryErrorKind.Conflict, "a commit"), ExitCode.Locked },
        { new QueryExecutionException(QueryErrorKind.Resources, "a disk"), ExitCode.Unavailable },
        { new QueryExecutionException(QueryErrorKind.Internal, "a fault"), ExitCode.InternalError },
        { new IOException("a disk"), ExitCode.Unavailable },
        { new UnauthorizedAccessException("a folder"), ExitCode.Unavailable },
        { new OperationCanceledException(), ExitCode.Interrupted },
        { new InvalidOperationException("a fault"), ExitCode.InternalError },
    };

    [Theory]
    [MemberData(nameof(Failures), DisableDiscoveryEnumeration = true)]
    public void Of_EachKindOfFailure_SaysWhatACallerCanDo(Exception failure, ExitCode expected) => Assert.Equal(expected, ExitCodes.Of(failure));

    [Fact]
    public void Query_WhenRowsFailOnlyAsTheyAreRead_MeansTheSameAsAtOnce()
    {
        using var test = new TestLakehouse();
        test.Rebuild(test.File("in.csv", "client_id,timestamp,event_name\nu1,2025-03-01T08:00:00Z,page_view\n"));
        var rows = test.Lakehouse.Query("select cast(user_id as int) from stg_events", RunSelector.Latest).ToLocalIterator();

        var error = Record.Exception(() => rows.ToList());

        Assert.Equal(ExitCode.BadInput, ExitCodes.Of(error!));
    }
}
