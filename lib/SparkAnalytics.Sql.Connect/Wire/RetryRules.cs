using Google.Rpc;
using Grpc.Core;
using Polly;
using Polly.Retry;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>
/// What is repeated and when, as in Spark's own clients: a lost connection, a stream that a newer one of ours has replaced, and what the server itself asks to repeat (RetryInfo);
/// 50 ms, then four times as long each time up to a minute, with jitter. A server that is given up is not waited for as long again: what a caller then still asks for, to clear up, fails soon.
/// </summary>
internal static class RetryRules
{
    private const string Replaced = "INVALID_CURSOR.DISCONNECTED";
    private const double Growth = 4;
    private const int RetriesOnceGivenUp = 3;
    private static readonly TimeSpan s_longestAsked = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan s_jitterFrom = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan s_jitter = TimeSpan.FromMilliseconds(500);

    public static ResiliencePipeline Pipeline(ConnectEngineOptions options, Func<bool> isGivenUp) => new ResiliencePipelineBuilder { TimeProvider = options.TimeProvider }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = options.MaxRetries,
            ShouldHandle = arguments => ValueTask.FromResult(
                arguments.Outcome.Exception is RpcException error && IsTransient(error) && (arguments.AttemptNumber < RetriesOnceGivenUp || !isGivenUp())),
            DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(Delay(options, arguments.AttemptNumber, arguments.Outcome.Exception as RpcException)),
        })
        .Build();

    public static bool IsTransient(RpcException error) =>
        error.StatusCode == Grpc.Core.StatusCode.Unavailable
        || (error.StatusCode == Grpc.Core.StatusCode.Internal && error.Status.Detail.Contains(Replaced, StringComparison.Ordinal))
        || Asked(error) is not null;

    private static TimeSpan Delay(ConnectEngineOptions options, int attempt, RpcException? error)
    {
        var grown = Math.Min(options.FirstDelay.TotalMilliseconds * Math.Pow(Growth, attempt), options.LongestDelay.TotalMilliseconds);
        var wait = TimeSpan.FromMilliseconds(grown);
        wait = wait < s_jitterFrom ? wait : wait + (s_jitter * Random.Shared.NextDouble());
        var asked = error is null ? null : Asked(error);
        return asked is { } least && least > wait ? (least < s_longestAsked ? least : s_longestAsked) : wait;
    }

    private static TimeSpan? Asked(RpcException error) => ErrorDetails.StatusOf(error)?.GetDetail<RetryInfo>()?.RetryDelay?.ToTimeSpan();
}
