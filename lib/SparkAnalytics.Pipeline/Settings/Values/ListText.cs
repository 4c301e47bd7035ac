namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Lists as text, as a settings file takes them.</summary>
internal static class ListText
{
    public static string Format(IEnumerable<string> items) => $"[{string.Join(", ", items.Select(Item))}]";

    // Quoted where a plain item would not be read back as itself, which also keeps lists apart in the hash.
    private static string Item(string item) => item.Length > 0 && item.All(letter => char.IsAsciiLetterOrDigit(letter) || "._-$/() ".Contains(letter, StringComparison.Ordinal)) && item == item.Trim()
        ? item
        : $"'{item.Replace("'", "''", StringComparison.Ordinal)}'";
}
