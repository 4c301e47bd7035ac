using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>Writes rows as a file in a folder: Parquet, CSV, JSON lines or text.</summary>
internal static class FileWriter
{
    public static CommandResult Write(WriteCommand write, Statement statement)
    {
        Require(write);
        var folder = FileListing.LocalPath(write.Path);
        var old = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).ToList() : [];
        if (Path.Exists(folder) && write.Mode is SaveMode.ErrorIfExists)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"There is something at '{folder}' already; write with the mode Append or Overwrite.");
        }

        if (Path.Exists(folder) && write.Mode is SaveMode.Ignore)
        {
            return CommandResult.None;
        }

        var (format, extension) = Format(write);
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"part-00000-{Guid.NewGuid()}{extension}");
        var partial = Path.Combine(folder, $".{Guid.NewGuid():N}{extension}");
        var compiler = statement.NewCompiler();
        var columns = string.Join(", ", write.Input.Output.Select((column, index) => $"{Value($"c{index}", column.DataType, write.Format)} AS {SqlText.Name(column.Name)}"));
        var titles = string.Join(", ", write.Input.Output.Select((_, index) => $"c{index}"));
        statement.Session.Execute($"COPY (SELECT {columns} FROM (\n{compiler.Compile(write.Input)}\n) AS input({titles})) TO {SqlText.Text(partial)} ({format})");
        File.Move(partial, file);
        if (write.Mode == SaveMode.Overwrite)
        {
            old.ForEach(File.Delete);
        }

        return new CommandResult(null, Metrics.Of(("numFiles", 1), ("numOutputBytes", new FileInfo(file).Length)), [file]);
    }

    private static void Require(WriteCommand write)
    {
        IReadOnlyCollection<string> known = write.Format.Equals("csv", StringComparison.OrdinalIgnoreCase) ? ["compression", "header", "sep", "quote", "nullValue"] : ["compression"];
        KnownOptions.Require(write.Options, $"writer of {write.Format}", known);
        if (!write.PartitionBy.IsEmpty)
        {
            throw new AnalysisException($"The embedded engine writes partitions of Delta tables only, not of {write.Format} files.");
        }
    }

    private static (string Options, string Extension) Format(WriteCommand write)
    {
        string Option(string name, string unlessSet) => ReadOptions.Find(write.Options, name) ?? unlessSet;
        var gzip = Option("compression", "none").Equals("gzip", StringComparison.OrdinalIgnoreCase);
        var (packing, ending) = gzip ? (", COMPRESSION gzip", ".gz") : (string.Empty, string.Empty);
        return write.Format.ToUpperInvariant() switch
        {
            "PARQUET" => ($"FORMAT parquet, COMPRESSION {SqlText.Text(Option("compression", "zstd"))}", ".parquet"),
            "CSV" => ($"FORMAT csv, HEADER {(ReadOptions.Flag(write.Options, "header") is true ? "true" : "false")}, DELIMITER {SqlText.Text(Option("sep", ","))}, QUOTE {SqlText.Text(Option("quote", "\""))}, NULLSTR {SqlText.Text(Option("nullValue", string.Empty))}{packing}", $".csv{ending}"),
            "JSON" => ($"FORMAT json{packing}", $".json{ending}"),
            "TEXT" => write.Input.Output is [{ DataType: StringType }]
                ? ($"FORMAT csv, HEADER false, QUOTE '', ESCAPE '', DELIMITER '\x01'{packing}", $".txt{ending}")
                : throw new AnalysisException("The format text takes one column of text."),
            _ => throw new AnalysisException($"The embedded engine cannot write the format '{write.Format}'; it writes delta, parquet, csv, json and text."),
        };
    }

    /// <summary>Text formats take moments as ISO 8601 with milliseconds or more, as Spark writes them.</summary>
    private static string Value(string sql, DataType type, string format) => type is TimestampType && !format.Equals("parquet", StringComparison.OrdinalIgnoreCase)
        ? $"strftime(timezone('UTC', {sql}), '%Y-%m-%dT%H:%M:%S.%fZ')"
        : sql;
}
