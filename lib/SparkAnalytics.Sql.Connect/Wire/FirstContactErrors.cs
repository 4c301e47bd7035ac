using System.Globalization;
using Grpc.Core;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>Why a server could not be spoken to at all, in words.</summary>
internal static class FirstContactErrors
{
    public static QueryExecutionException Of(RpcException error, ConnectEngineOptions options)
    {
        var remote = options.Remote;
        var message = error.StatusCode switch
        {
            StatusCode.Unauthenticated or StatusCode.PermissionDenied =>
                $"The Spark server at {remote} refuses {(remote.Token is null ? "a client without a token" : "the token")}. Give the right one as SPARK_CONNECT_AUTHENTICATE_TOKEN, or as ;token= in the address of a server with TLS.",
            StatusCode.Unimplemented => $"What answers at {remote} is no Spark Connect server: {error.Status.Detail}",
            StatusCode.DeadlineExceeded => string.Create(CultureInfo.InvariantCulture, $"The Spark server at {remote} did not answer within {options.AnswerTimeout.TotalSeconds:0.#} seconds. Is the address right, and may this machine reach it?"),
            StatusCode.Unavailable => $"Nothing answers as a Spark Connect server at {remote}: {Cause(error)}. Is the server started, is the address right{(remote.UseTls ? ", does it speak TLS" : string.Empty)}?",
            _ => $"The Spark server at {remote} does not accept this client: {error.StatusCode}, {error.Status.Detail}",
        };
        return new QueryExecutionException(QueryErrorKind.Resources, message, error);
    }

    private static string Cause(RpcException error)
    {
        var cause = error.Status.DebugException ?? error.InnerException;
        while (cause?.InnerException is { } inner)
        {
            cause = inner;
        }

        return (cause?.Message ?? error.Status.Detail).TrimEnd('.');
    }
}
