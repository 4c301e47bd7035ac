namespace SparkAnalytics.Pipeline.Settings;

/// <summary>A setting that is one sign, or none, as a settings file names it.</summary>
/// <param name="None">The word for none.</param>
/// <param name="Names">Words for signs; of several for one sign the first is written.</param>
/// <param name="Takes">Whether a sign may stand for itself.</param>
/// <param name="Rule">Which signs may, for messages.</param>
internal sealed record SignText(string None, IReadOnlyList<(string Name, char Sign)> Names, Func<char, bool> Takes, string Rule)
{
    /// <summary>What stands between the fields of a CSV; none is the one that fits.</summary>
    public static SignText Delimiter { get; } = new(
        "auto",
        [("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("bar", '|'), ("\\t", '\t')],
        sign => sign < 128 && sign is not ('"' or '\n' or '\r' or ' ' or '\0' or '\u0001') && !char.IsAsciiLetterOrDigit(sign),
        "auto, comma, semicolon, tab, bar or one sign that is no letter, digit, blank, quote or line end");

    /// <summary>What stands between the digits of an amount.</summary>
    public static SignText Separator { get; } = new(
        "none",
        [("point", '.'), ("comma", ','), ("blank", ' '), ("apostrophe", '\'')],
        sign => !char.IsLetterOrDigit(sign) && !char.IsControl(sign) && !char.IsSurrogate(sign) && sign is not ('+' or '-'),
        "none, point, comma, blank, apostrophe or one sign that is no letter, digit, plus or minus");

    /// <summary>The sign, or null for none.</summary>
    /// <exception cref="SettingsException">It is neither a word nor a sign that may stand there.</exception>
    public char? Read(SettingNode node)
    {
        var text = node.Text();
        return text == None ? null
            : text is [var one] && Takes(one) ? one
            : Names.Where(pair => pair.Name == text).Select(pair => (char?)pair.Sign).FirstOrDefault() ?? throw node.Error($"must be {Rule}, not '{text}'");
    }

    public string Format(char? sign) =>
        sign is null ? None : Names.Where(pair => pair.Sign == sign).Select(pair => pair.Name).FirstOrDefault() ?? sign.Value.ToString();
}
