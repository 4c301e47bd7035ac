using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace SparkAnalytics.Sql.Embedded.Sessions;

/// <summary>Says in the port's terms what DuckDB says in its own.</summary>
internal static partial class DuckErrors
{
    private static readonly string[] s_statementErrors = ["Parser Error", "Binder Error", "Catalog Error", "Permission Error"];

    /// <summary>The error to throw instead of DuckDB's.</summary>
    public static Exception Translate(DuckDBException error, bool isInterrupted)
    {
        if (isInterrupted || error.ErrorType == DuckDBErrorType.Interrupt)
        {
            return new OperationCanceledException("The running statement was interrupted.", error);
        }

        var message = Clean(error.Message);
        return new QueryExecutionException(KindOf(error.ErrorType, message, error.Message), message, error);
    }

    /// <summary>The same for an error whose class and message came apart, as DuckDB tells them in JSON.</summary>
    public static Exception Translate(string errorClass, string message, DuckDBException error)
    {
        var type = Enum.TryParse<DuckDBErrorType>(errorClass.Replace(" ", "", StringComparison.Ordinal), ignoreCase: true, out var known) ? known : DuckDBErrorType.Invalid;
        return type == DuckDBErrorType.Interrupt
            ? new OperationCanceledException("The running statement was interrupted.", error)
            : new QueryExecutionException(KindOf(type, message, message), message.Split('\n', 2)[0].Trim(), error);
    }

    private static QueryErrorKind KindOf(DuckDBErrorType type, string message, string raw) => type switch
    {
        DuckDBErrorType.OutOfMemory => QueryErrorKind.Resources,
        DuckDBErrorType.Io when message.Contains("No files found", StringComparison.Ordinal) => QueryErrorKind.NotFound,
        DuckDBErrorType.Io when IsResource(message) => QueryErrorKind.Resources,
        DuckDBErrorType.Io or DuckDBErrorType.Conversion or DuckDBErrorType.InvalidInput or DuckDBErrorType.OutOfRange => QueryErrorKind.BadInput,
        DuckDBErrorType.DivideByZero or DuckDBErrorType.Decimal or DuckDBErrorType.Binder or DuckDBErrorType.Parser => QueryErrorKind.BadInput,
        DuckDBErrorType.Catalog or DuckDBErrorType.Syntax or DuckDBErrorType.Permission => QueryErrorKind.BadInput,
        _ when message.Contains("No magic bytes", StringComparison.Ordinal) => QueryErrorKind.BadInput,

        // A statement that cannot even be prepared has no error type, only its name in the text.
        DuckDBErrorType.Invalid when s_statementErrors.Any(name => raw.StartsWith(name, StringComparison.Ordinal)) => QueryErrorKind.BadInput,
        _ => QueryErrorKind.Internal,
    };

    private static bool IsResource(string message) =>
        message.Contains("No space left", StringComparison.Ordinal)
        || message.Contains("Disk quota", StringComparison.Ordinal)
        || message.Contains("max_temp_directory_size", StringComparison.Ordinal)
        || message.Contains("Too many open files", StringComparison.Ordinal);

    /// <summary>The first line without the prefix that names DuckDB's error class, and without advice about DuckDB's settings.</summary>
    private static string Clean(string message)
    {
        var first = message.Split('\n', 2)[0].Trim();
        return ErrorClass().Replace(first, string.Empty, 1);
    }

    [GeneratedRegex("^([A-Za-z]+ ?)+ (Error|Exception): ")]
    private static partial Regex ErrorClass();
}
