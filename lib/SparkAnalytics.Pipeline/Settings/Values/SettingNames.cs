using System.Text.RegularExpressions;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Names that users give to lists and rules.</summary>
internal static partial class SettingNames
{
    /// <summary>Fails at the node unless the name is in snake_case.</summary>
    public static void Check(SettingNode node, string name)
    {
        if (!Form().IsMatch(name))
        {
            throw node.Error($"has the name '{name}', which must be in snake_case: a letter, then letters, digits and _, all lower case");
        }
    }

    [GeneratedRegex(@"^[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
