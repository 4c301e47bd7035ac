using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Embedded.Sources;

/// <summary>A reader's options, whatever the case of their names.</summary>
internal static class ReadOptions
{
    public static string? Option(this Read read, string name) => Find(read.Options, name);

    public static bool IsOn(this Read read, string name, bool unlessSet = false) => read.Option(name) is { } value ? value.Equals("true", StringComparison.OrdinalIgnoreCase) : unlessSet;

    public static string? Find(IEnumerable<KeyValuePair<string, string>> options, string name) =>
        options.Where(option => option.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(option => option.Value).FirstOrDefault();
}
