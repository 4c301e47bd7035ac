using System.Collections.Immutable;
using SparkAnalytics.Pipeline.Input;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>
/// What of the input a lakehouse holds: a file is known by its path, size and time of change; a Delta table, of which the log has the version in the place of the size, is followed from
/// the last version on.
/// </summary>
internal sealed class LoadedBefore(SparkSession spark, ImmutableArray<LoadedFile> loaded)
{
    private readonly HashSet<LoadedFile> _known = [.. loaded];

    private readonly Dictionary<string, long> _versions = loaded.GroupBy(file => file.Path, StringComparer.Ordinal)
        .ToDictionary(group => group.Key, group => group.Max(file => file.Size), StringComparer.Ordinal);

    /// <summary>The files that are to be read, of tables what was appended.</summary>
    /// <param name="files">The files of the inputs.</param>
    /// <exception cref="PipelineException">A table cannot be followed.</exception>
    public ImmutableArray<InputFile> Without(ImmutableArray<InputFile> files) =>
    [
        .. files.Where(file => !_known.Contains(file.File))
            .Select(file => file.Format == InputFormat.Delta && _versions.TryGetValue(file.File.Path, out var last) ? Appended(file, last) : file)
            .OfType<InputFile>(),
    ];

    /// <summary>What was appended to a table, or null where that is no row.</summary>
    private InputFile? Appended(InputFile table, long last)
    {
        var (path, version) = (table.File.Path, table.Version ?? 0);
        if (version < last)
        {
            throw new PipelineException(ExitCode.BadInput, FormattableString.Invariant($"The Delta table {path} has version {version}, but version {last} of it was loaded: it is another table now. {WhatToDo(path)}"));
        }

        try
        {
            return TableVersions.Read(spark, path, version, last).IsEmpty() ? null : table with { AppendedSince = last };
        }
        catch (QueryExecutionException failure) when (failure.Kind is QueryErrorKind.BadInput or QueryErrorKind.NotFound)
        {
            throw new PipelineException(ExitCode.BadInput, $"{failure.Message} A run follows a table that only grows. {WhatToDo(path)}", failure);
        }
    }

    private static string WhatToDo(string path) => $"Load the whole table with: rebuild --input {path} (and the other inputs, if there are any).";
}
