using System.Collections.Immutable;
using System.Globalization;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Connect.Sources;

/// <summary>Reader options that Spark does not have: they decide how a read is built, and are not sent.</summary>
internal static class OwnOptions
{
    private const string CorruptName = "columnNameOfCorruptRecord";
    private const string Md5Name = "columnNameOfCorruptRecordMd5";
    private const string WantedName = "corruptWithoutAnyOf";
    private const string MostBytesName = "maxLineSize";
    private const string AppendedSinceName = "appendedSince";

    private static readonly ImmutableArray<string> s_all = [Md5Name, WantedName, MostBytesName];

    /// <summary>The column that gets an unreadable record's text, or null for none.</summary>
    public static string? CorruptColumn(this Read read) => read.Options.GetValueOrDefault(CorruptName);

    /// <summary>The column that gets the md5 of an unreadable record's bytes, or null for none.</summary>
    public static string? Md5Column(this Read read) => read.Options.GetValueOrDefault(Md5Name);

    /// <summary>Columns of which one must hold something where any other does.</summary>
    public static ImmutableArray<string> Wanted(this Read read) => read.Options.GetValueOrDefault(WantedName) is { Length: > 0 } names ? [.. names.Split(',')] : [];

    /// <summary>The bytes that a record may have, or null for any number.</summary>
    /// <exception cref="AnalysisException">It is no number of bytes.</exception>
    public static int? MostBytes(this Read read) => read.Options.GetValueOrDefault(MostBytesName) switch
    {
        null => null,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes is > 0 and <= 1 << 30 => bytes,
        var text => throw new AnalysisException($"The option {MostBytesName} must be a number of bytes from 1 to {1 << 30}, not '{text}'."),
    };

    public static bool IsOn(this Read read, string name) => "true".Equals(read.Options.GetValueOrDefault(name), StringComparison.OrdinalIgnoreCase);

    /// <summary>Spark would pass over the option in silence and give the whole table.</summary>
    /// <exception cref="AnalysisException">The read has an option that only the embedded engine knows.</exception>
    public static void RequireReadable(Read read)
    {
        if (read.Format.Equals("delta", StringComparison.OrdinalIgnoreCase) && read.Options.ContainsKey(AppendedSinceName))
        {
            throw new AnalysisException($"The option {AppendedSinceName} is read by the embedded engine only. Read the whole table on Spark.");
        }
    }

    public static bool IsOwn(string option) => s_all.Contains(option, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether text is to be read by rules that Spark's reader does not have.</summary>
    public static bool IsStrictText(this Read read) => read.Format.Equals("text", StringComparison.OrdinalIgnoreCase) && (read.CorruptColumn() ?? read.Md5Column() ?? read.Options.GetValueOrDefault(MostBytesName)) is not null;

    /// <summary>Whether CSV is to be read by rules that Spark's reader does not have.</summary>
    public static bool IsStrictCsv(this Read read) => read.Format.Equals("csv", StringComparison.OrdinalIgnoreCase) && !read.Columns.IsEmpty && read.IsOn("enforceSchema")
        && (read.Md5Column() is not null || !read.Wanted().IsEmpty);
}
