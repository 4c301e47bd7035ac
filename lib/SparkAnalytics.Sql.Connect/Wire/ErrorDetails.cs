using Google.Protobuf;
using Google.Rpc;
using Grpc.Core;
using SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>A server's failure as an exception of the port: Spark's error class and message first, its stack in the inner exception only.</summary>
internal sealed class ErrorDetails(SparkConnection connection)
{
    private const string Trailer = "grpc-status-details-bin";

    /// <summary>The status with details that came behind a failed call, or null.</summary>
    public static Google.Rpc.Status? StatusOf(RpcException error)
    {
        try
        {
            return error.Trailers.GetValueBytes(Trailer) is { } bytes ? Google.Rpc.Status.Parser.ParseFrom(bytes) : null;
        }
        catch (InvalidProtocolBufferException)
        {
            return null;
        }
    }

    public QueryExecutionException Translate(RpcException error)
    {
        var info = StatusOf(error)?.GetDetail<ErrorInfo>();
        var details = info is not null && info.Metadata.TryGetValue("errorId", out var id) ? Fetch(id) : null;
        return SparkErrors.Of(error, info, details, connection.Options.Remote);
    }

    /// <summary>Asked once, and never in the way of the failure itself.</summary>
    private FetchErrorDetailsResponse? Fetch(string errorId) => connection.Try(connection.Options.AnswerTimeout, (stub, options) => stub.FetchErrorDetails(
        new FetchErrorDetailsRequest { SessionId = connection.SessionId, UserContext = connection.User, ClientType = connection.ClientType, ErrorId = errorId },
        options));
}
