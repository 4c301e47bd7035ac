using System.Globalization;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>The options of readers, writers and commands, whatever the case of their names.</summary>
internal static class ReadOptions
{
    public static string? Option(this Read read, string name) => Find(read.Options, name);

    public static bool IsOn(this Read read, string name, bool unlessSet = false) => Flag(read.Options, name) ?? unlessSet;

    public static string? Find(IEnumerable<KeyValuePair<string, string>> options, string name) =>
        options.Where(option => option.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(option => option.Value).FirstOrDefault();

    /// <summary>An option that is true or false, or null where it is not given.</summary>
    /// <exception cref="AnalysisException">It is neither.</exception>
    public static bool? Flag(IEnumerable<KeyValuePair<string, string>> options, string name) =>
        Value<bool>(options, name, text => bool.TryParse(text, out var isOn) ? isOn : null, "true or false");

    /// <summary>An option that is a size in bytes, or null where it is not given.</summary>
    /// <exception cref="AnalysisException">It is no whole number from 1.</exception>
    public static long? Bytes(IEnumerable<KeyValuePair<string, string>> options, string name) =>
        Value<long>(options, name, text => Whole(text) is > 0 and var bytes ? bytes : null, "a whole number of bytes from 1");

    /// <summary>An option that is no text, or null where it is not given.</summary>
    /// <param name="options">All options.</param>
    /// <param name="name">Which one.</param>
    /// <param name="parse">Its value, or null for a text that has none.</param>
    /// <param name="kind">What it must be, for the error.</param>
    /// <exception cref="AnalysisException">The text has no value.</exception>
    public static T? Value<T>(IEnumerable<KeyValuePair<string, string>> options, string name, Func<string, T?> parse, string kind)
        where T : struct =>
        Find(options, name) is not { } text ? null : parse(text) ?? throw new AnalysisException($"The option {name} must be {kind}, not '{text}'.");

    /// <summary>A whole number, or null.</summary>
    public static long? Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
