namespace SparkAnalytics.Pipeline.Settings;

/// <summary>A sign between digits, as a settings file names it.</summary>
internal static class SeparatorText
{
    private const string None = "none";

    private static readonly (string Name, char Sign)[] s_names = [("point", '.'), ("comma", ','), ("blank", ' '), ("apostrophe", '\'')];

    /// <summary>The sign, or null for none.</summary>
    public static char? Separator(this SettingNode node) => node.Text() switch
    {
        None => null,
        [var one] when !char.IsLetterOrDigit(one) && !char.IsControl(one) && !char.IsSurrogate(one) && one is not ('+' or '-') => one,
        var text when s_names.Any(pair => pair.Name == text) => s_names.Single(pair => pair.Name == text).Sign,
        var text => throw node.Error($"must be none, point, comma, blank, apostrophe or one sign that is no letter, digit, plus or minus, not '{text}'"),
    };

    public static string Format(char? sign) =>
        sign is null ? None : s_names.Where(pair => pair.Sign == sign).Select(pair => pair.Name).FirstOrDefault() ?? sign.Value.ToString();
}
