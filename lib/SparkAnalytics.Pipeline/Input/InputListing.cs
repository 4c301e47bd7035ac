using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>Finds the files behind the inputs and tells their formats by their names.</summary>
/// <param name="spark">The session.</param>
/// <param name="lakehouse">The folder that the tables are to stand in, which no input may hold or lie in; null where nothing is written.</param>
internal sealed class InputListing(SparkSession spark, string? lakehouse)
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
    /// <param name="format">The format, or null where names tell it: then files of other names are passed over, unless they are named one by one.</param>
    /// <exception cref="PipelineException">An input does not exist, holds no file, has a name that tells no format, or is not apart from the lakehouse.</exception>
    public FoundFiles List(ImmutableArray<string> inputs, InputFormat? format)
    {
        if (inputs.Any(string.IsNullOrWhiteSpace))
        {
            throw new PipelineException(ExitCode.BadUsage, "An input is an empty text. Name files, folders or globs with --input.");
        }

        var passedOver = new List<string>();
        var files = inputs.SelectMany(input => ListOne(input, format, passedOver)).DistinctBy(file => file.File.Path).ToImmutableArray();
        if (files.IsEmpty)
        {
            throw new PipelineException(ExitCode.BadInput, "No input was named. Name files, folders or globs with --input.");
        }

        if (format is null)
        {
            RefuseFilesOfDeltaTables(files);
        }

        return new FoundFiles(files, [.. passedOver.Distinct()]);
    }

    /// <summary>A later run would take the tables for events.</summary>
    private void RefuseTheLakehouse(string input, IEnumerable<string> files)
    {
        if (lakehouse is null)
        {
            return;
        }

        var (root, given) = (FullPath(lakehouse), FullPath(FileName.Plain(input)));
        if (IsIn(given, root) || files.Any(file => IsIn(FileName.Plain(file), root)))
        {
            throw new PipelineException(ExitCode.BadInput, $"The input {input} lies in the lakehouse {lakehouse}, whose tables are what this program makes of raw events. Name the raw events.");
        }

        if (IsIn(root, given))
        {
            throw new PipelineException(ExitCode.BadInput, $"The lakehouse {lakehouse} lies in the input folder {input}, so a later run would take its tables for events. Choose a folder beside the input.");
        }
    }

    private static bool IsIn(string path, string folder) => path == folder || path.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal);

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

    private IEnumerable<InputFile> ListOne(string input, InputFormat? format, List<string> passedOver)
    {
        RefuseTheLakehouse(input, []);
        if (format is null or InputFormat.Delta && DeltaTable.IsDeltaTable(spark, input))
        {
            return [DeltaTableAt(input)];
        }

        if (format is InputFormat.Delta)
        {
            throw new PipelineException(ExitCode.BadInput, $"{input} is no Delta table: it has no _delta_log folder with a commit. Name the table's folder, or another --input-format.");
        }

        var files = FilesAt(input);
        RefuseTheLakehouse(input, files.Select(file => file.Path));
        if (files.Count == 0)
        {
            throw new PipelineException(ExitCode.BadInput, $"{input} holds no file (names that begin with '_' or '.' are none).");
        }

        if (files.Count == 1 && FileName.Plain(files[0].Path) == FullPath(FileName.Plain(input)))
        {
            return [new InputFile(files[0], format ?? FormatOf(input) ?? throw Unknown(input))];
        }

        var known = files.Select(file => (File: file, Format: format ?? FormatOf(file.Path))).ToLookup(pair => pair.Format is not null);
        passedOver.AddRange(known[false].Select(pair => FileName.Plain(pair.File.Path)));
        return known[true].Any()
            ? known[true].Select(pair => new InputFile(pair.File, pair.Format!.Value))
            : throw new PipelineException(ExitCode.BadInput, $"{input} holds no file of events, only others such as {passedOver[^1]}. {KnownEndings}");
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

    /// <summary>The same text for an input however it is named: a relative path is made absolute, a URI stays.</summary>
    public static string FullPath(string path) =>
        path.Contains(':', StringComparison.Ordinal) ? path.TrimEnd('/') : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));

    private static string KnownEndings =>
        $"Known endings: {string.Join(", ", s_endings.Select(pair => pair.Ending))}. Say it with --input-format csv|jsonl|parquet|delta where names tell otherwise.";

    private static InputFormat? FormatOf(string path) =>
        s_endings.Where(pair => path.EndsWith(pair.Ending, StringComparison.OrdinalIgnoreCase)).Select(pair => (InputFormat?)pair.Format).FirstOrDefault();

    private static PipelineException Unknown(string path) => new(ExitCode.BadInput, $"The name of {path} tells no format. {KnownEndings}");

    private static Timestamp Milliseconds(Timestamp instant) =>
        Timestamp.FromUnixMicroseconds(instant.UnixMicroseconds / 1000 * 1000);
}
