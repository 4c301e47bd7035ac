using System.Text.RegularExpressions;
using Google.Rpc;
using Grpc.Core;
using SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Wire;

/// <summary>Kinds of failure by Spark's error classes.</summary>
internal static partial class SparkErrors
{
    /// <summary>Where the message comes from, in this order: the details that the server keeps, what stands in the trailer, the text of the status; where none of them says anything, the name of the exception or of the status.</summary>
    public static QueryExecutionException Of(RpcException error, ErrorInfo? info, FetchErrorDetailsResponse? details, RemoteAddress remote)
    {
        if (error.StatusCode is Grpc.Core.StatusCode.Unavailable or Grpc.Core.StatusCode.DeadlineExceeded)
        {
            return new QueryExecutionException(QueryErrorKind.Resources, $"The connection to the Spark server at {remote} was lost and did not come back: {error.Status.Detail}", error);
        }

        var chain = Chain(details).ToList();
        var told = chain.Find(one => one.SparkThrowable?.HasErrorClass ?? false) ?? chain.FindLast(one => one.Message.Length > 0);
        var errorClass = told?.SparkThrowable?.ErrorClass ?? info?.Metadata.GetValueOrDefault("errorClass") ?? Bracketed().Match(error.Status.Detail).Groups[1].Value;
        var types = chain.SelectMany(one => one.ErrorTypeHierarchy).Append(info?.Reason ?? string.Empty).ToList();
        var message = Plain(told?.Message ?? error.Status.Detail);
        message = message.Length > 0 ? message : $"The server says no more than {types.Find(type => type.Length > 0) ?? error.StatusCode.ToString()}.";
        var text = errorClass.Length > 0 && !message.Contains(errorClass, StringComparison.Ordinal) ? $"[{errorClass}] {message}" : message;
        return new QueryExecutionException(Kind(errorClass, message, types), text, Stack(chain, error));
    }

    private static IEnumerable<FetchErrorDetailsResponse.Types.Error> Chain(FetchErrorDetailsResponse? details)
    {
        var index = details is { HasRootErrorIdx: true } ? details.RootErrorIdx : -1;
        for (var steps = 0; details is not null && index >= 0 && index < details.Errors.Count && steps < details.Errors.Count; steps++)
        {
            var error = details.Errors[index];
            yield return error;
            index = error.HasCauseIdx ? error.CauseIdx : -1;
        }
    }

    private static QueryErrorKind Kind(string errorClass, string message, List<string> types) => errorClass switch
    {
        "PATH_NOT_FOUND" or "DELTA_TABLE_NOT_FOUND" or "DELTA_PATH_DOES_NOT_EXIST" or "DELTA_MISSING_DELTA_TABLE" or "TABLE_OR_VIEW_NOT_FOUND" => QueryErrorKind.NotFound,
        _ when errorClass.StartsWith("FAILED_READ_FILE.FILE_NOT_EXIST", StringComparison.Ordinal) => QueryErrorKind.NotFound,
        _ when errorClass.StartsWith("DELTA_CONCURRENT", StringComparison.Ordinal) || errorClass is "DELTA_METADATA_CHANGED" or "DELTA_PROTOCOL_CHANGED" => QueryErrorKind.Conflict,
        _ when types.Exists(type => type.Contains("Concurrent", StringComparison.Ordinal) && type.Contains("delta", StringComparison.Ordinal)) => QueryErrorKind.Conflict,
        _ when types.Exists(type => type.EndsWith("OutOfMemoryError", StringComparison.Ordinal)) || message.Contains("No space left on device", StringComparison.Ordinal) => QueryErrorKind.Resources,
        _ when IsStopped(message) => QueryErrorKind.Resources,
        _ when errorClass.StartsWith("INVALID_HANDLE", StringComparison.Ordinal) => QueryErrorKind.Resources,
        "" or "INTERNAL_ERROR" => types.Exists(type => type.EndsWith("FileNotFoundException", StringComparison.Ordinal)) ? QueryErrorKind.NotFound : QueryErrorKind.Internal,
        _ => QueryErrorKind.BadInput,
    };

    /// <summary>Whether the application that the server belongs to was stopped meanwhile, as by a signal to its driver.</summary>
    private static bool IsStopped(string message) =>
        message.Contains("SparkContext was shut down", StringComparison.Ordinal) || message.Contains("on a stopped SparkContext", StringComparison.Ordinal);

    /// <summary>The plan below a message is for Spark's own developers, and so is the SQLSTATE at its end.</summary>
    private static string Plain(string message)
    {
        var end = message.IndexOf(";\n", StringComparison.Ordinal);
        var first = end < 0 ? message : message[..end];
        return SqlState().Replace(first, string.Empty).Trim();
    }

    private static Exception Stack(List<FetchErrorDetailsResponse.Types.Error> chain, RpcException error) => chain.Count == 0
        ? error
        : new ServerStackException(string.Join("\nCaused by: ", chain.Select(one => string.Join("\n  at ", one.StackTrace.Select(Line).Prepend($"{one.ErrorTypeHierarchy.FirstOrDefault()}: {one.Message}")))), error);

    private static string Line(FetchErrorDetailsResponse.Types.StackTraceElement element) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{element.DeclaringClass}.{element.MethodName}({element.FileName}:{element.LineNumber})");

    [GeneratedRegex(@"^\[([A-Z0-9_.]+)\]")]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"\s*SQLSTATE: [0-9A-Z]{5}\s*$")]
    private static partial Regex SqlState();
}
