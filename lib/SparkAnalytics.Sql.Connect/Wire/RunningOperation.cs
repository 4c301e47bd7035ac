using Grpc.Core;
using SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>
/// One execution on the server, read to its end: a stream that breaks, or ends without ResultComplete, is taken up again behind the last response that was handled.
/// </summary>
internal sealed class RunningOperation(SparkConnection connection, Plan plan) : IDisposable
{
    private readonly string _id = Guid.NewGuid().ToString();
    private readonly CancellationTokenSource _waiting = new();
    private readonly CancellationTokenSource _reading = new();
    private AsyncServerStreamingCall<ExecutePlanResponse>? _stream;
    private string? _lastResponse;
    private bool _isStarted;
    private bool _isComplete;

    /// <summary>The next response, or null behind the last one.</summary>
    /// <exception cref="QueryExecutionException">The execution failed, or the server is gone.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public ExecutePlanResponse? Next()
    {
        if (_isComplete)
        {
            return null;
        }

        try
        {
            var response = connection.Retries.Execute(_ => Step(), _waiting.Token);
            connection.Seen(response.ServerSideSessionId);
            _lastResponse = response.ResponseId;
            Tell(response.ExecutionProgress);
            _isComplete = response.ResponseTypeCase == ExecutePlanResponse.ResponseTypeOneofCase.ResultComplete;
            return response;
        }
        catch (RpcException) when (_waiting.IsCancellationRequested)
        {
            throw new OperationCanceledException("The execution was interrupted.");
        }
        catch (RpcException error)
        {
            throw connection.Failed(error);
        }
    }

    /// <summary>Asks the server to stop, from any thread; whoever reads is told at once by the server, or left alone after a moment where it does not answer.</summary>
    public void Interrupt()
    {
        if (!_waiting.IsCancellationRequested)
        {
            _waiting.Cancel();
            _reading.CancelAfter(connection.Options.InterruptGrace);
        }

        // Every time: a server that has not begun the execution yet forgets what it is told.
        connection.Tell((stub, options) => stub.InterruptAsync(
            new InterruptRequest
            {
                SessionId = connection.SessionId,
                UserContext = connection.User,
                ClientType = connection.ClientType,
                InterruptType = InterruptRequest.Types.InterruptType.OperationId,
                OperationId = _id,
            },
            options).ResponseAsync);
    }

    public void Dispose()
    {
        connection.Ended(this);
        var isAbandoned = _isStarted && !_isComplete;
        Detach();
        if (isAbandoned && !_waiting.IsCancellationRequested)
        {
            Interrupt();
        }

        if (_isStarted)
        {
            connection.Tell((stub, options) => stub.ReleaseExecuteAsync(
                new ReleaseExecuteRequest { SessionId = connection.SessionId, UserContext = connection.User, ClientType = connection.ClientType, OperationId = _id, ReleaseAll = new() },
                options).ResponseAsync);
        }
    }

    private void Tell(ExecutePlanResponse.Types.ExecutionProgress? progress)
    {
        if (progress is { Stages.Count: > 0 } && connection.Options.OnProgress is { } listener)
        {
            listener(new ServerProgress(
                progress.Stages.Count,
                progress.Stages.Count(stage => stage.Done),
                progress.Stages.Sum(stage => stage.NumTasks),
                progress.Stages.Sum(stage => stage.NumCompletedTasks),
                progress.Stages.Sum(stage => stage.InputBytesRead)));
        }
    }

    private ExecutePlanResponse Step()
    {
        try
        {
            while (true)
            {
                _stream ??= Attach();
                if (_stream.ResponseStream.MoveNext(_reading.Token).GetAwaiter().GetResult())
                {
                    return _stream.ResponseStream.Current;
                }

                // The server ends long streams on purpose; only ResultComplete is the end.
                Detach();
            }
        }
        catch (RpcException error)
        {
            Detach();
            if (_lastResponse is null && _isStarted && error.Status.Detail.Contains("INVALID_HANDLE.OPERATION_NOT_FOUND", StringComparison.Ordinal))
            {
                // The request itself was lost on its way.
                _isStarted = false;
                return Step();
            }

            throw;
        }
    }

    private AsyncServerStreamingCall<ExecutePlanResponse> Attach()
    {
        if (_isStarted)
        {
            return connection.Open((stub, options) => stub.ReattachExecute(Reattach(), options), _reading.Token);
        }

        var started = connection.Open((stub, options) => stub.ExecutePlan(Start(), options), _reading.Token);
        _isStarted = true;
        return started;
    }

    private ExecutePlanRequest Start() => new()
    {
        SessionId = connection.SessionId,
        UserContext = connection.User,
        ClientType = connection.ClientType,
        OperationId = _id,
        Plan = plan,
        ClientObservedServerSideSessionId = connection.ServerSession ?? string.Empty,
        RequestOptions =
        {
            new ExecutePlanRequest.Types.RequestOption { ReattachOptions = new ReattachOptions { Reattachable = true } },
            new ExecutePlanRequest.Types.RequestOption { ResultChunkingOptions = new ResultChunkingOptions { AllowArrowBatchChunking = true } },
        },
    };

    private ReattachExecuteRequest Reattach()
    {
        var request = new ReattachExecuteRequest
        {
            SessionId = connection.SessionId,
            UserContext = connection.User,
            ClientType = connection.ClientType,
            OperationId = _id,
            ClientObservedServerSideSessionId = connection.ServerSession ?? string.Empty,
        };
        if (_lastResponse is not null)
        {
            request.LastResponseId = _lastResponse;
        }

        return request;
    }

    private void Detach()
    {
        _stream?.Dispose();
        _stream = null;
    }
}
