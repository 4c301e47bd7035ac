using System.Globalization;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Reads a setting's value as what it means, checking its range.</summary>
internal static partial class SettingValues
{
    // A day more or less does not matter here; the limit keeps timestamps within what engines hold.
    private static readonly TimeSpan _longest = TimeSpan.FromDays(36_500);

    public static TimeSpan Duration(this SettingNode node, bool positive)
    {
        var text = node.Text();
        if (!DurationText.TryParse(text, out var duration))
        {
            throw node.Error($"must be a duration such as 90s, 30m, 1h30m or 7d, not '{text}'");
        }

        return duration switch
        {
            { Ticks: < 0 } => throw node.Error($"must not be negative, but is '{text}'"),
            { Ticks: 0 } when positive => throw node.Error("must be longer than zero"),
            _ when duration > _longest => throw node.Error($"must be at most {DurationText.Format(_longest)}, but is '{text}'"),
            _ => duration.Value,
        };
    }

    /// <summary>A whole number from 0.</summary>
    public static int Count(this SettingNode node)
    {
        var text = node.Text();
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : throw node.Error($"must be a whole number from 0, not '{text}'");
    }

    public static long ByteSize(this SettingNode node, long least, long most = long.MaxValue)
    {
        var text = node.Text();
        if (!ByteSizeText.TryParse(text, out var bytes))
        {
            throw node.Error($"must be a size such as 512KB, 128MB or 1GB, not '{text}'");
        }

        return bytes < least ? throw node.Error($"must be at least {ByteSizeText.Format(least)}, but is '{text}'")
            : bytes > most ? throw node.Error($"must be at most {ByteSizeText.Format(most)}, but is '{text}'")
            : bytes.Value;
    }

    /// <summary>Names of columns, none twice by how they are compared.</summary>
    public static IReadOnlyList<string> ColumnNames(this SettingNode node)
    {
        var names = node.Words(item => item.Text().Trim(), mayBeEmpty: false);
        return names.GroupBy(Lower).FirstOrDefault(group => group.Count() > 1) is { } twice ? throw node.Error($"holds '{twice.Key}' twice, as case does not count") : names;
    }

    /// <summary>An IANA id that this machine knows, in its exact spelling.</summary>
    public static string TimeZone(this SettingNode node)
    {
        var text = node.Text();
        if (TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId && zone.Id == text)
        {
            return text;
        }

        throw node.Unknown("time zone", text, TimeZoneInfo.GetSystemTimeZones().Where(known => known.HasIanaId).Select(known => known.Id));
    }

    public static string KeyPath(this SettingNode node)
    {
        var text = node.Text();
        return KeyPathForm().IsMatch(text) ? text : throw node.Error($"must be $ and keys, as in $.order.id, not '{text}'");
    }

    /// <summary>A list without empty and repeated items.</summary>
    public static IReadOnlyList<string> Words(this SettingNode node, bool mayBeEmpty = false) => node.Words(item => item.Text(), mayBeEmpty);

    /// <summary>A list whose items are all known.</summary>
    public static IReadOnlyList<string> Choices(this SettingNode node, string kind, IReadOnlyList<string> known) =>
        node.Words(item => known.Contains(item.Text()) ? item.Text() : throw item.Unknown(kind, item.Text(), known), mayBeEmpty: false);

    /// <summary>A list of words in ASCII lower case, trimmed, as UTM values are compared.</summary>
    public static IReadOnlyList<string> LowerWords(this SettingNode node) => node.Words(item => Lower(item.Text()), mayBeEmpty: false);

    /// <summary>The same, or no word at all.</summary>
    public static IReadOnlyList<string> LowerWordsOrNone(this SettingNode node) => node.Words(item => Lower(item.Text()), mayBeEmpty: true);

    /// <summary>A list of names of URL parameters, in ASCII lower case.</summary>
    public static IReadOnlyList<string> ParameterNames(this SettingNode node) => node.Words(item => Lower(ParameterName(item)), mayBeEmpty: false);

    /// <summary>The same as they are written, as people know click ids.</summary>
    public static IReadOnlyList<string> ClickIds(this SettingNode node) => node.Words(ParameterName, mayBeEmpty: false);

    /// <summary>A list of hosts in lower case, without a final point.</summary>
    public static IReadOnlyList<string> Hosts(this SettingNode node) => node.Words(Host, mayBeEmpty: true);

    /// <summary>A list of hosts and country forms such as <c>google.*</c>.</summary>
    public static IReadOnlyList<string> HostsAndCountryForms(this SettingNode node) =>
        node.Words(item => Lower(item.Text()) is { } text && text.EndsWith(".*", StringComparison.Ordinal) && HostForm().IsMatch(text[..^2]) ? text : Host(item), mayBeEmpty: false);

    private static string ParameterName(SettingNode node) => ParameterForm().IsMatch(node.Text())
        ? node.Text()
        : throw node.Error($"must hold names of URL parameters as they are written there, in ASCII without blanks, &, = and #, not '{node.Text()}'");

    private static string Host(SettingNode node)
    {
        var text = Lower(node.Text()).TrimEnd('.');
        return HostForm().IsMatch(text) ? text : throw node.Error($"must hold hosts without scheme, port and path, as in pay.example.com, not '{node.Text()}'");
    }

    private static IReadOnlyList<string> Words(this SettingNode node, Func<SettingNode, string> read, bool mayBeEmpty)
    {
        var words = new List<string>();
        foreach (var item in node.List())
        {
            var word = read(item);
            words.Add(word.Length == 0 ? throw item.Error("must not hold an empty text") : words.Contains(word) ? throw item.Error($"holds '{word}' twice") : word);
        }

        return words.Count > 0 || mayBeEmpty ? words : throw node.Error("must not be empty");
    }

    private static string Lower(string text) => string.Create(text.Trim().Length, text.Trim(), (span, trimmed) =>
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = char.IsAsciiLetterUpper(trimmed[i]) ? (char)(trimmed[i] | 0x20) : trimmed[i];
        }
    });

    [GeneratedRegex(@"^\$(\.[A-Za-z0-9_-]+)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex KeyPathForm();

    [GeneratedRegex(@"^[!-~-[&=#]]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex ParameterForm();

    [GeneratedRegex(@"^[a-z0-9_-]+(\.[a-z0-9_-]+)*\z", RegexOptions.CultureInvariant)]
    private static partial Regex HostForm();
}
