using System.Globalization;
using DuckDB.NET.Data;

namespace SparkAnalytics.Benchmarks;

/// <summary>Runs handwritten.sql in this process.</summary>
internal static class HandwrittenScript
{
    public static void Run(Settings settings)
    {
        Directory.CreateDirectory(settings.Output);
        var spill = Directory.CreateTempSubdirectory("handwritten-");
        try
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"SET threads = {settings.Threads}; SET temp_directory = {Text(spill.FullName)}"));
            if (settings.Memory is not null)
            {
                Execute(connection, $"SET memory_limit = {Text(settings.Memory)}");
            }

            var input = settings.Input.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? ToParquet(connection, settings.Input, spill.FullName) : settings.Input;
            Execute(connection, $"SET VARIABLE input = {Text(input)}");
            Execute(connection, $"SET VARIABLE output = {Text(settings.Output)}");
            Execute(connection, string.Create(CultureInfo.InvariantCulture, $"SET VARIABLE run_clock = TIMESTAMPTZ '{settings.Clock.UtcDateTime:yyyy-MM-dd HH:mm:ss.ffffff}+00'"));
            Execute(connection, Script());
        }
        finally
        {
            spill.Delete(recursive: true);
        }
    }

    private static string Script()
    {
        using var stream = typeof(HandwrittenScript).Assembly.GetManifestResourceStream("handwritten.sql")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>The script reads Parquet, so that CSV is not part of what is measured.</summary>
    private static string ToParquet(DuckDBConnection connection, string csv, string folder)
    {
        var path = Path.Combine(folder, "raw.parquet");
        Execute(connection, $"COPY (SELECT * FROM read_csv({Text(csv)}, header = true, delim = ',', quote = '\"', escape = '\"', all_varchar = true, union_by_name = true)) TO {Text(path)} (FORMAT parquet)");
        return path;
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static string Text(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>What to read, where to write, and DuckDB's limits (memory null: its own default).</summary>
    internal sealed record Settings(string Input, string Output, int Threads, string? Memory, DateTimeOffset Clock);
}
