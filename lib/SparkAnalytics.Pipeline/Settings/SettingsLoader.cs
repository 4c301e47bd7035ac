using System.Globalization;
using System.Text;
using SparkAnalytics.Models;
using SparkAnalytics.Models.Tables;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>
/// Puts the settings of a run together: the built-in <c>conf/analytics.yaml</c> and <c>conf/channels.yaml</c>, over them a settings file, over that the <c>--set</c> of the command line.
/// </summary>
public static class SettingsLoader
{
    private static readonly string[] _builtIn = ["conf/analytics.yaml", "conf/channels.yaml"];

    /// <summary>Reads, lays over each other and checks all settings.</summary>
    /// <param name="settingsFile">A YAML file with any sections of the two built-in files; null for none.</param>
    /// <param name="assignments">Texts <c>key=value</c> with dotted keys, in order; null for none.</param>
    /// <returns>The settings in force, with their origins and their hash.</returns>
    /// <exception cref="SettingsException">The file cannot be read, or a key, value, rule or name in it or in an assignment is wrong.</exception>
    public static EffectiveSettings Load(string? settingsFile = null, IEnumerable<string>? assignments = null)
    {
        var analytics = new AnalyticsSettingsBuilder();
        var channels = new ChannelSettingsBuilder();
        foreach (var layer in Layers(settingsFile, assignments ?? []))
        {
            foreach (var pair in layer.Root?.Mapping() ?? [])
            {
                Add(pair, analytics, channels);
            }
        }

        analytics.Check();
        var channelSettings = channels.Build();
        return new EffectiveSettings(
            analytics.Settings,
            channelSettings,
            [.. analytics.Entries, .. channels.Entries(channelSettings)],
            [.. analytics.Canonical, .. ChannelText.Canonical(channelSettings), .. ModelSteps.Tables.Select(RevisionOf)]);
    }

    private static string RevisionOf(TableDefinition table) => string.Create(CultureInfo.InvariantCulture, $"{SettingChange.RevisionKey}{table.Name}={table.Revision}");

    private static void Add(SettingPair pair, AnalyticsSettingsBuilder analytics, ChannelSettingsBuilder channels)
    {
        var key = pair.Value.Key;
        if (ChannelSettingsBuilder.TopLevelKeys.Contains(key))
        {
            channels.Add(pair.Value);
        }
        else if (AnalyticsSettingsBuilder.TopLevelKeys.Contains(key))
        {
            analytics.Add(pair);
        }
        else
        {
            throw pair.Name.Unknown("setting", key, AnalyticsSettingsBuilder.TopLevelKeys.Concat(ChannelSettingsBuilder.TopLevelKeys));
        }
    }

    private static IEnumerable<SettingsLayer> Layers(string? settingsFile, IEnumerable<string> assignments) =>
    [
        .. _builtIn.Select(name => SettingsLayer.BuiltIn(name, BuiltInText(name))),
        .. settingsFile is null ? [] : new[] { SettingsLayer.File(settingsFile, FileText(settingsFile)) },
        .. assignments.Select(SettingsLayer.Assignment),
    ];

    private static string BuiltInText(string name)
    {
        using var reader = new StreamReader(typeof(SettingsLoader).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static string FileText(string path)
    {
        try
        {
            return File.ReadAllText(path, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SettingsException($"{path}: the settings file cannot be read: {exception.Message}", exception);
        }
    }
}
