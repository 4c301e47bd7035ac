using DuckDB.NET.Data;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Execution;

/// <summary>
/// Finds the file behind a failure: one of a Delta table that is gone, or a Parquet file that is damaged. DuckDB meets damage in many ways, also by faults of its own after which a database is of no use; so each file that the failed statement read is read
/// once more, alone and in a database of its own.
/// </summary>
internal static class DamagedFiles
{
    /// <summary>Mostly the query or too little memory is behind an error, not damage; then large files are not read again.</summary>
    private const long MostBytesUnlessInternal = 256L << 20;

    /// <summary>The error to show instead of the given one.</summary>
    /// <param name="failure">How a statement failed.</param>
    /// <param name="workspace">Which files it read.</param>
    /// <param name="options">How much of the machine the engine uses.</param>
    public static Exception Explain(QueryExecutionException failure, Workspace workspace, EmbeddedEngineOptions options)
    {
        if (failure.Kind != QueryErrorKind.Conflict && workspace.Tables.Select(files => MissingFiles.Find(files, failure)).FirstOrDefault(error => error is not null) is { } missing)
        {
            return missing;
        }

        if (failure.Kind is QueryErrorKind.NotFound or QueryErrorKind.Conflict)
        {
            return failure;
        }

        var files = workspace.ParquetFiles.Distinct().ToList();
        if (failure.Kind != QueryErrorKind.Internal && files.Where(File.Exists).Sum(path => new FileInfo(path).Length) > MostBytesUnlessInternal)
        {
            return failure;
        }

        return files.Select(path => Probe(path, options)).FirstOrDefault(error => error is not null) ?? failure;
    }

    /// <summary>The error for a Parquet file that cannot be read.</summary>
    public static QueryExecutionException Damaged(string path, Exception cause) => new(
        QueryErrorKind.BadInput, $"The file '{path}' is no Parquet file that can be read: it is damaged, was cut off, or is something else. Copy it anew from where it came.", cause);

    private static QueryExecutionException? Probe(string path, EmbeddedEngineOptions options)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        try
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SET threads = 1{(options.MemoryLimit is { } limit ? $"; SET memory_limit = {SqlText.Text(limit)}" : string.Empty)}; SELECT max(hash(COLUMNS(*))) FROM read_parquet({SqlText.Paths([path])}, hive_partitioning = false)";
            command.ExecuteScalar();
            return null;
        }
        catch (DuckDBException error)
        {
            return Damaged(path, error);
        }
    }
}
