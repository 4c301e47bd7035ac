using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Sessions;

/// <summary>Finds the file of a Delta table that is gone, after a statement failed; a statement that succeeds looks for none.</summary>
internal static class MissingFiles
{
    /// <summary>The error for the first file that is gone, or null where all are there.</summary>
    /// <param name="files">What was read.</param>
    /// <param name="cause">How the statement failed.</param>
    public static QueryExecutionException? Find(TableFiles files, Exception cause) => files.Paths.FirstOrDefault(path => !File.Exists(path)) is { } missing
        ? new QueryExecutionException(
            QueryErrorKind.NotFound,
            $"The file '{missing}' is gone from storage, but version {SqlText.Number(files.Version)} of the Delta table '{files.Root}' needs it: a vacuum, or somebody by hand, may have deleted it. Read a newer version if there is one, or restore the file.",
            cause)
        : null;
}
