using System.Collections.Immutable;

namespace SparkAnalytics.Models.Settings;

/// <summary>How files of raw events are read.</summary>
public sealed record InputSettings
{
    /// <summary>
    /// For each of <see cref="RawEvents.Columns"/> the names that count for it, compared trimmed and in ASCII lower case; the first that a file has is read. At least one each, no name for two.
    /// </summary>
    public ImmutableSortedDictionary<string, IReadOnlyList<string>> Columns { get; init; } =
        RawEvents.Columns.ToImmutableSortedDictionary(name => name, IReadOnlyList<string> (name) => [name], StringComparer.Ordinal);

    /// <summary>The sign between the fields of a CSV, or null for the one of comma, semicolon, tab and bar under which the header names most columns.</summary>
    public char? CsvDelimiter { get; init; }

    /// <summary>How many bytes a line, or a CSV record, may have. At least 1 KiB, at most 1 GiB.</summary>
    public long MaxLineSize { get; init; } = 128L * 1024 * 1024;
}
