using SparkAnalytics.Pipeline.Settings;

namespace SparkAnalytics.Pipeline.Tests.Support;

/// <summary>Loads settings text by way of a file <c>my.yaml</c> in a temporary folder.</summary>
internal static class SettingsFile
{
    public static EffectiveSettings Load(string text, params string[] assignments)
    {
        var folder = Directory.CreateTempSubdirectory("settings").FullName;
        try
        {
            var path = Path.Combine(folder, "my.yaml");
            File.WriteAllText(path, text);
            return SettingsLoader.Load(path, assignments);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The message with which the text is refused, without the folder.</summary>
    public static string Refusal(string text, params string[] assignments)
    {
        var message = Assert.Throws<SettingsException>(() => Load(text, assignments)).Message;
        var start = message.IndexOf("my.yaml", StringComparison.Ordinal);
        return start < 0 ? message : message[start..];
    }
}
