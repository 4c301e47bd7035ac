using System.Collections.Concurrent;
using Grpc.Core;
using SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Tests.Wire;

/// <summary>
/// A server that keeps one operation's responses, and hands them out from where the client says, until its script tells it to do something else.
/// </summary>
internal sealed class ScriptedSpark : SparkConnectService.SparkConnectServiceBase
{
    private readonly TaskCompletionSource _letGo = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Version { get; set; } = "4.0.4";

    public string ServerSession { get; set; } = "server-1";

    /// <summary>Whether analyses get no answer.</summary>
    public bool KeepsSilent { get; set; }

    /// <summary>What a session must send as its authorization, or null.</summary>
    public string? Authorization { get; set; }

    /// <summary>The responses of every operation; their ids are their numbers.</summary>
    public IReadOnlyList<ExecutePlanResponse> Responses { get; set; } = [];

    /// <summary>What each attachment does, in turn, after how many of its responses; past the end all goes well.</summary>
    public ConcurrentQueue<Attachment> Script { get; } = new();

    /// <summary>The failure's details that are kept, by their id.</summary>
    public Dictionary<string, FetchErrorDetailsResponse> Errors { get; } = [];

    /// <summary>The settings that the server was started with.</summary>
    public Dictionary<string, string> Settings { get; } = [];

    public ConcurrentQueue<ConfigRequest.Types.Operation> Configured { get; } = new();

    /// <summary>Until when clients waited for the answers to analyses and settings.</summary>
    public ConcurrentQueue<DateTime> Deadlines { get; } = new();

    public ConcurrentQueue<ExecutePlanRequest> Executed { get; } = new();

    public ConcurrentQueue<ReattachExecuteRequest> Reattached { get; } = new();

    public ConcurrentQueue<InterruptRequest> Interrupted { get; } = new();

    /// <summary>Set when a client has asked to interrupt something.</summary>
    public ManualResetEventSlim IsInterrupted { get; } = new();

    public ConcurrentQueue<ReleaseExecuteRequest> Released { get; } = new();

    public ConcurrentQueue<AddArtifactsRequest> Artifacts { get; } = new();

    /// <summary>Set when a client waits for a response that does not come.</summary>
    public ManualResetEventSlim Waits { get; } = new();

    /// <summary>Ends every wait, so that the server can stop.</summary>
    public void LetGo() => _letGo.TrySetResult();

    public override async Task<AnalyzePlanResponse> AnalyzePlan(AnalyzePlanRequest request, ServerCallContext context)
    {
        Deadlines.Enqueue(context.Deadline);
        if (Authorization is not null && context.RequestHeaders.GetValue("authorization") != Authorization)
        {
            throw new RpcException(new Status(StatusCode.Unauthenticated, "Invalid token"));
        }

        if (KeepsSilent)
        {
            Waits.Set();
            await _letGo.Task.WaitAsync(context.CancellationToken);
        }

        return new AnalyzePlanResponse { SessionId = request.SessionId, ServerSideSessionId = ServerSession, SparkVersion = new() { Version = Version } };
    }

    public override Task<ConfigResponse> Config(ConfigRequest request, ServerCallContext context)
    {
        Deadlines.Enqueue(context.Deadline);
        Configured.Enqueue(request.Operation);
        var answer = new ConfigResponse { SessionId = request.SessionId, ServerSideSessionId = ServerSession };
        if (request.Operation.GetAll is { } all)
        {
            // As Spark does it, without the prefix.
            answer.Pairs.AddRange(Settings.Where(setting => setting.Key.StartsWith(all.Prefix, StringComparison.Ordinal)).Select(setting => new KeyValue { Key = setting.Key[all.Prefix.Length..], Value = setting.Value }));
        }

        return Task.FromResult(answer);
    }

    public override Task ExecutePlan(ExecutePlanRequest request, IServerStreamWriter<ExecutePlanResponse> responses, ServerCallContext context)
    {
        Executed.Enqueue(request);
        return Send(0, request.OperationId, responses, context);
    }

    public override Task ReattachExecute(ReattachExecuteRequest request, IServerStreamWriter<ExecutePlanResponse> responses, ServerCallContext context)
    {
        Reattached.Enqueue(request);
        return Send(request.HasLastResponseId ? int.Parse(request.LastResponseId, System.Globalization.CultureInfo.InvariantCulture) + 1 : 0, request.OperationId, responses, context);
    }

    public override Task<InterruptResponse> Interrupt(InterruptRequest request, ServerCallContext context)
    {
        Interrupted.Enqueue(request);
        IsInterrupted.Set();
        return Task.FromResult(new InterruptResponse { SessionId = request.SessionId });
    }

    public override Task<ReleaseExecuteResponse> ReleaseExecute(ReleaseExecuteRequest request, ServerCallContext context)
    {
        Released.Enqueue(request);
        return Task.FromResult(new ReleaseExecuteResponse { SessionId = request.SessionId });
    }

    public override Task<ReleaseSessionResponse> ReleaseSession(ReleaseSessionRequest request, ServerCallContext context) => Task.FromResult(new ReleaseSessionResponse());

    public override Task<FetchErrorDetailsResponse> FetchErrorDetails(FetchErrorDetailsRequest request, ServerCallContext context) =>
        Errors.TryGetValue(request.ErrorId, out var details) ? Task.FromResult(details) : throw new RpcException(new Status(StatusCode.Internal, "no such error"));

    public override Task<ArtifactStatusesResponse> ArtifactStatus(ArtifactStatusesRequest request, ServerCallContext context)
    {
        var answer = new ArtifactStatusesResponse();
        foreach (var name in request.Names)
        {
            answer.Statuses.Add(name, new() { Exists = Artifacts.Any(artifact => artifact.BeginChunk?.Name == name) });
        }

        return Task.FromResult(answer);
    }

    public override async Task<AddArtifactsResponse> AddArtifacts(IAsyncStreamReader<AddArtifactsRequest> requests, ServerCallContext context)
    {
        await foreach (var request in requests.ReadAllAsync())
        {
            Artifacts.Enqueue(request);
        }

        return new AddArtifactsResponse();
    }

    private async Task Send(int from, string operation, IServerStreamWriter<ExecutePlanResponse> responses, ServerCallContext context)
    {
        var attachment = Script.TryDequeue(out var scripted) ? scripted : Attachment.Whole;
        for (var index = from; index < Responses.Count && index - from < attachment.Responses; index++)
        {
            var response = Responses[index].Clone();
            response.ResponseId = index.ToString(System.Globalization.CultureInfo.InvariantCulture);
            response.OperationId = operation;
            response.ServerSideSessionId = ServerSession;
            await responses.WriteAsync(response);
        }

        if (attachment.Fault is { } fault)
        {
            throw fault();
        }

        if (attachment.IsSilent)
        {
            Waits.Set();
            await _letGo.Task.WaitAsync(context.CancellationToken);
        }
    }
}

/// <summary>What the server does when a client attaches.</summary>
/// <param name="Responses">How many responses it sends.</param>
/// <param name="Fault">How the stream fails then, or null where it ends as if nothing were wrong.</param>
/// <param name="IsSilent">Whether the stream stays open then and nothing comes.</param>
internal sealed record Attachment(int Responses, Func<RpcException>? Fault = null, bool IsSilent = false)
{
    public static Attachment Whole { get; } = new(int.MaxValue);
}
