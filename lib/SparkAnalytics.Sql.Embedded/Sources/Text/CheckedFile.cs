using SparkAnalytics.Sql.Embedded.Syntax;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>A text file that DuckDB can read without guessing: the file itself where all its records are clean, else a copy without the unreadable ones.</summary>
/// <param name="Original">The path that was asked for.</param>
/// <param name="Path">The path to read.</param>
/// <param name="RejectTable">The table of unreadable records (<c>file</c>, <c>readable</c>, <c>record</c> as text, <c>md5</c> of its bytes), or null where there are none.</param>
/// <param name="Header">The first record's bytes as text.</param>
/// <param name="Longest">The bytes of the longest record.</param>
/// <param name="HasLongFields">Whether a field holds a line end.</param>
internal sealed record CheckedFile(string Original, string Path, string? RejectTable, string Header, int Longest, bool HasLongFields)
{
    private const int LeastBuffer = 4 << 20;

    /// <summary>
    /// Options of <c>read_csv</c> by which DuckDB needs little memory and guesses nothing: buffers no larger than the records need, and one thread where a line end need not be the end of a record.
    /// </summary>
    /// <param name="files">The files of one call.</param>
    public static string ReaderOptions(IReadOnlyCollection<CheckedFile> files)
    {
        var longest = files.Max(file => file.Longest) + 64;
        return $"max_line_size = {SqlText.Number(longest)}, buffer_size = {SqlText.Number(Math.Max(longest, LeastBuffer))}, parallel = {(files.Any(file => file.HasLongFields) ? "false" : "true")}";
    }
}
