using System.Collections.Concurrent;
using Grpc.Core;
using Grpc.Net.Client;
using Polly;
using SparkAnalytics.Sql.Connect.Protocol;
using Stub = SparkAnalytics.Sql.Connect.Protocol.SparkConnectService.SparkConnectServiceClient;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>One session on a server: who asks, over which channel, and what is repeated when the connection is lost.</summary>
internal sealed class SparkConnection : IDisposable
{
    private readonly ConnectEngineOptions _options;
    private readonly GrpcChannel _channel;
    private readonly Stub _stub;
    private readonly ConcurrentDictionary<RunningOperation, bool> _running = new();
    private CancellationTokenSource _calls = new();
    private string? _serverSession;
    private volatile Lazy<string> _version;
    private volatile bool _isGivenUp;

    public SparkConnection(ConnectEngineOptions options)
    {
        _options = options;
        SessionId = (options.Remote.SessionId ?? Guid.NewGuid()).ToString();
        _channel = Channels.Open(options);
        _stub = new Stub(_channel);
        Retries = RetryRules.Pipeline(options, () => _isGivenUp);
        Errors = new ErrorDetails(this);
        Settings = new SessionConfiguration(this);
        _version = Once();
    }

    public string SessionId { get; }

    public ConnectEngineOptions Options => _options;

    public string ClientType => _options.Remote.UserAgent ?? _options.ClientName;

    public UserContext User => new() { UserId = _options.Remote.UserId, UserName = _options.Remote.UserId };

    /// <summary>Repeats a step while the connection is lost.</summary>
    public ResiliencePipeline Retries { get; }

    public ErrorDetails Errors { get; }

    public SessionConfiguration Settings { get; }

    /// <summary>The server's session as it called itself in its first answer, sent back so that a server that was restarted refuses instead of going on without our session.</summary>
    public string? ServerSession => _serverSession;

    /// <summary>The server's version; asked for once, before anything else.</summary>
    public string Version => _version.Value;

    /// <summary>One call with one answer.</summary>
    /// <exception cref="QueryExecutionException">The server refused it, or cannot be reached.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public T Call<T>(Func<Stub, CallOptions, T> call)
    {
        _ = Version;
        var interrupted = _calls.Token;
        try
        {
            var answer = Retries.Execute(token => call(_stub, CallOptions(token)), interrupted);
            _isGivenUp = false;
            return answer;
        }
        catch (RpcException) when (interrupted.IsCancellationRequested)
        {
            throw Interrupted();
        }
        catch (RpcException error)
        {
            throw Failed(error);
        }
    }

    /// <summary>A failure in the caller's terms. A server that is still away after all repetitions is given up until it answers again.</summary>
    public Exception Failed(RpcException error)
    {
        _isGivenUp |= RetryRules.IsTransient(error);
        return Errors.Translate(error);
    }

    /// <summary>An analysis to be filled in.</summary>
    public AnalyzePlanRequest NewAnalysis()
    {
        _ = Version;
        return new() { SessionId = SessionId, UserContext = User, ClientType = ClientType, ClientObservedServerSideSessionId = _serverSession };
    }

    /// <summary>Starts an execution, which <see cref="Interrupt"/> can stop until it is disposed.</summary>
    public RunningOperation Start(Plan plan)
    {
        var operation = new RunningOperation(this, plan);
        _running.TryAdd(operation, true);
        return operation;
    }

    public void Ended(RunningOperation operation) => _running.TryRemove(operation, out _);

    /// <summary>Stops what is running, from any thread. Who wants to stop does not want to wait for a server that is away.</summary>
    public void Interrupt()
    {
        _isGivenUp = true;
        foreach (var operation in _running.Keys)
        {
            operation.Interrupt();
        }

        Interlocked.Exchange(ref _calls, new CancellationTokenSource()).Cancel();
    }

    /// <summary>Opens a stream; the first contact has been made.</summary>
    public AsyncServerStreamingCall<ExecutePlanResponse> Open(Func<Stub, CallOptions, AsyncServerStreamingCall<ExecutePlanResponse>> call, CancellationToken cancellation)
    {
        _ = Version;
        return call(_stub, CallOptions(cancellation));
    }

    /// <summary>A call that nobody waits for and whose failure does no harm.</summary>
    public void Tell(Func<Stub, CallOptions, Task> call) =>
        _ = call(_stub, CallOptions(CancellationToken.None).WithDeadline(Deadline(_options.AnswerTimeout))).ContinueWith(
            task => task.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);

    /// <summary>A call without repetition, within a limit; null where it fails.</summary>
    public T? Try<T>(TimeSpan limit, Func<Stub, CallOptions, T> call)
        where T : class
    {
        try
        {
            return call(_stub, CallOptions(CancellationToken.None).WithDeadline(Deadline(limit)));
        }
        catch (RpcException)
        {
            return null;
        }
    }

    /// <summary>Keeps the server's own name for the session, which has just answered.</summary>
    /// <exception cref="QueryExecutionException">The server is another one than before.</exception>
    public void Seen(string serverSession)
    {
        _isGivenUp = false;
        if (serverSession.Length == 0)
        {
            return;
        }

        var before = Interlocked.CompareExchange(ref _serverSession, serverSession, null);
        if (before is not null && before != serverSession)
        {
            throw new QueryExecutionException(QueryErrorKind.Resources, $"The Spark server at {_options.Remote} was started anew during the run; what it had of this session is gone. Run the command again.");
        }
    }

    public void Dispose()
    {
        if (_version.IsValueCreated)
        {
            Try(_options.ConnectTimeout, (stub, options) => stub.ReleaseSession(new ReleaseSessionRequest { SessionId = SessionId, UserContext = User, ClientType = ClientType }, options));
        }

        _channel.Dispose();
    }

    private DateTime Deadline(TimeSpan limit) => _options.TimeProvider.GetUtcNow().UtcDateTime + limit;

    private CallOptions CallOptions(CancellationToken cancellation) => new(Channels.Headers(_options.Remote), cancellationToken: cancellation);

    private static OperationCanceledException Interrupted() => new("The call was interrupted.");

    private Lazy<string> Once() => new(FirstContact, LazyThreadSafetyMode.ExecutionAndPublication);

    private string FirstContact()
    {
        var interrupted = _calls.Token;
        T Ask<T>(Func<CallOptions, T> call) => call(CallOptions(interrupted).WithDeadline(Deadline(_options.AnswerTimeout)));
        ConfigResponse Configure(ConfigRequest request) => Ask(options => _stub.Config(request, options));
        var request = new AnalyzePlanRequest { SessionId = SessionId, UserContext = User, ClientType = ClientType, SparkVersion = new() };
        try
        {
            var answer = Ask(options => _stub.AnalyzePlan(request, options));
            Seen(answer.ServerSideSessionId);
            var version = ServerVersion.Check(answer.SparkVersion?.Version, _options.Remote);
            var ofServer = Configure(SessionSettings.Question(this)).Pairs;
            Configure(SessionSettings.Request(this, ofServer));
            return version;
        }
        catch (RpcException) when (interrupted.IsCancellationRequested)
        {
            // The next call asks again.
            _version = Once();
            throw Interrupted();
        }
        catch (RpcException error)
        {
            throw FirstContactErrors.Of(error, _options);
        }
    }
}
