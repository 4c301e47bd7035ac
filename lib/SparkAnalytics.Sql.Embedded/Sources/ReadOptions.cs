using System.Globalization;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>The options of readers, writers and commands, whatever the case of their names.</summary>
internal static class ReadOptions
{
    public static string? Option(this Read read, string name) => Find(read.Options, name);

    public static bool IsOn(this Read read, string name, bool unlessSet = false) => read.Option(name) is { } value ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : unlessSet;

    public static string? Find(IEnumerable<KeyValuePair<string, string>> options, string name) =>
        options.Where(option => option.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(option => option.Value).FirstOrDefault();

    /// <summary>An option that is a size in bytes, or null where it is not given.</summary>
    /// <exception cref="AnalysisException">It is no whole number from 1.</exception>
    public static long? Bytes(IEnumerable<KeyValuePair<string, string>> options, string name) =>
        Find(options, name) is not { } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) && bytes > 0 ? bytes
        : throw new AnalysisException($"The option {name} must be a whole number of bytes from 1, not '{text}'.");
}
