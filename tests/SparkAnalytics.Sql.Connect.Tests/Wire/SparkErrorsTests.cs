using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using SparkAnalytics.Sql.Connect.Protocol;
using Status = Grpc.Core.Status;

namespace SparkAnalytics.Sql.Connect.Tests.Wire;

/// <summary>What becomes of a server's failures that real statements hardly bring about.</summary>
public sealed class SparkErrorsTests
{
    [Fact]
    public void Failure_WithoutAnyMessage_NamesItsType() =>
        Assert.Equal(
            (QueryErrorKind.Internal, "The server says no more than java.lang.IllegalStateException."),
            FailureOf(("java.lang.IllegalStateException", ""), ("java.lang.InterruptedException", "")));

    [Fact]
    public void Failure_WhoseCauseHasNoMessage_IsToldByItsOwn() =>
        Assert.Equal((QueryErrorKind.Internal, "The table is odd."), FailureOf(("java.lang.RuntimeException", "The table is odd."), ("java.lang.NullPointerException", "")));

    [Fact]
    public void Failure_WithoutMessageAndDetails_NamesItsStatus() =>
        Assert.Equal((QueryErrorKind.Internal, "The server says no more than Internal."), FailureOf());

    [Theory]
    [InlineData("Job 12 cancelled because SparkContext was shut down")]
    [InlineData("Cannot call methods on a stopped SparkContext.")]
    public void Failure_OfAStoppedApplication_IsNoFaultOfTheProgram(string message) =>
        Assert.Equal((QueryErrorKind.Resources, message), FailureOf(("org.apache.spark.SparkException", message)));

    /// <summary>Fails a statement with exceptions, each the cause of the one before; with none of them the server keeps no details.</summary>
    private static (QueryErrorKind Kind, string Message) FailureOf(params (string Type, string Message)[] chain)
    {
        using var server = new ScriptedServer();
        var details = new FetchErrorDetailsResponse { RootErrorIdx = 0 };
        details.Errors.AddRange(chain.Select((one, index) =>
        {
            var error = new FetchErrorDetailsResponse.Types.Error { Message = one.Message };
            error.ErrorTypeHierarchy.Add(one.Type);
            if (index < chain.Length - 1)
            {
                error.CauseIdx = index + 1;
            }

            return error;
        }));
        var trailers = new Metadata();
        if (chain.Length > 0)
        {
            server.Spark.Errors["one"] = details;
            var info = new ErrorInfo();
            info.Metadata["errorId"] = "one";
            trailers.Add("grpc-status-details-bin", new Google.Rpc.Status { Details = { Any.Pack(info) } }.ToByteArray());
        }

        server.Spark.Script.Enqueue(new Attachment(0, () => new RpcException(new Status(StatusCode.Internal, string.Empty), trailers)));
        using var session = server.Session();
        var failure = Assert.Throws<QueryExecutionException>(() => session.Range(1).Collect().ToList());
        return (failure.Kind, failure.Message);
    }
}
