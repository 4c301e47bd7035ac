using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>Finds the files behind the inputs and tells their formats by their names.</summary>
internal sealed class InputListing(SparkSession spark)
{
    private static readonly ImmutableArray<(string Ending, InputFormat Format)> s_endings =
    [
        (".csv", InputFormat.Csv), (".csv.gz", InputFormat.Csv),
        (".jsonl", InputFormat.JsonLines), (".jsonl.gz", InputFormat.JsonLines),
        (".ndjson", InputFormat.JsonLines), (".ndjson.gz", InputFormat.JsonLines),
        (".json", InputFormat.JsonLines), (".json.gz", InputFormat.JsonLines),
        (".parquet", InputFormat.Parquet),
    ];

    /// <summary>All files of the inputs, each once, in the order of the inputs and then of their paths.</summary>
    /// <param name="inputs">Files, folders, globs or Delta tables.</param>
    /// <param name="format">The format, or null where names tell it.</param>
    /// <exception cref="PipelineException">An input does not exist, holds no file, or has a name that tells no format.</exception>
    public ImmutableArray<InputFile> List(ImmutableArray<string> inputs, InputFormat? format)
    {
        if (inputs.Any(string.IsNullOrWhiteSpace))
        {
            throw new PipelineException(ExitCode.BadUsage, "An input is an empty text. Name files, folders or globs with --input.");
        }

        var files = inputs.SelectMany(input => ListOne(input, format)).DistinctBy(file => file.File.Path).ToImmutableArray();
        if (files.IsEmpty)
        {
            throw new PipelineException(ExitCode.BadInput, "No input was named. Name files, folders or globs with --input.");
        }

        if (format is null)
        {
            RefuseFilesOfDeltaTables(files);
        }

        return files;
    }

    /// <summary>The Parquet files of a Delta table, read one by one, would bring back rows that the table no longer has.</summary>
    private void RefuseFilesOfDeltaTables(ImmutableArray<InputFile> files)
    {
        var folders = files.Where(file => file.Format == InputFormat.Parquet).SelectMany(file => FoldersOf(file.File.Path)).Distinct();
        if (folders.FirstOrDefault(folder => DeltaTable.IsDeltaTable(spark, folder)) is { } table)
        {
            throw new PipelineException(ExitCode.BadInput, $"The input holds Parquet files of the Delta table {table}, some of which may be out of date. Name the table itself as input, or say --input-format parquet to read all of its files.");
        }
    }

    /// <summary>The folders above a file, the nearest first, without those of partitions (<c>day=1</c>).</summary>
    private static IEnumerable<string> FoldersOf(string path)
    {
        var start = path.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 ? scheme + 3 : 0;
        var root = path.IndexOf('/', start);
        for (var end = path.LastIndexOf('/'); end > root; end = path.LastIndexOf('/', end - 1))
        {
            if (!path[(path.LastIndexOf('/', end - 1) + 1)..end].Contains('=', StringComparison.Ordinal))
            {
                yield return path[..end];
            }
        }
    }

    private IEnumerable<InputFile> ListOne(string input, InputFormat? format)
    {
        if (format is null or InputFormat.Delta && DeltaTable.IsDeltaTable(spark, input))
        {
            return [DeltaTableAt(input)];
        }

        if (format is InputFormat.Delta)
        {
            throw new PipelineException(ExitCode.BadInput, $"{input} is no Delta table: it has no _delta_log folder with a commit. Name the table's folder, or another --input-format.");
        }

        var files = FilesAt(input);
        return files.Count > 0
            ? files.Select(file => new InputFile(file, format ?? FormatOf(file.Path)))
            : throw new PipelineException(ExitCode.BadInput, $"{input} holds no file (names that begin with '_' or '.' are none).");
    }

    private List<LoadedFile> FilesAt(string input)
    {
        try
        {
            return
            [
                .. spark.Read().Format("binaryFile").Option("recursiveFileLookup", true).Load(input)
                    .Select("path", "length", "modificationTime")
                    .OrderBy("path")
                    .Collect()
                    .Select(row => new LoadedFile(row.GetAs<string>(0), row.GetAs<long>(1), Milliseconds(row.GetAs<Timestamp>(2)))),
            ];
        }
        catch (QueryExecutionException exception) when (exception.Kind == QueryErrorKind.NotFound)
        {
            throw new PipelineException(ExitCode.BadInput, $"The input {input} does not exist. Check the path; a glob must match at least one file.", exception);
        }
    }

    private InputFile DeltaTableAt(string path)
    {
        var last = DeltaTable.ForPath(spark, path).History(1).Collect().First();
        var version = last.GetAs<long>("version");
        var table = new LoadedFile(FullPath(path), version, Milliseconds(last.GetAs<Timestamp>("timestamp")));
        return new InputFile(table, InputFormat.Delta) { Version = version };
    }

    /// <summary>The same text for a table however it is named: a relative path is made absolute, a URI stays.</summary>
    private static string FullPath(string path) =>
        path.Contains(':', StringComparison.Ordinal) ? path.TrimEnd('/') : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static InputFormat FormatOf(string path)
    {
        foreach (var (ending, format) in s_endings)
        {
            if (path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            {
                return format;
            }
        }

        throw new PipelineException(ExitCode.BadInput, $"The name of {path} tells no format. Known endings: {string.Join(", ", s_endings.Select(pair => pair.Ending))}. Say it with --input-format csv|jsonl|parquet|delta.");
    }

    private static Timestamp Milliseconds(Timestamp instant) =>
        Timestamp.FromUnixMicroseconds(instant.UnixMicroseconds / 1000 * 1000);
}
