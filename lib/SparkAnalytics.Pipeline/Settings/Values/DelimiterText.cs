namespace SparkAnalytics.Pipeline.Settings;

/// <summary>The sign between fields of a CSV, as a settings file names it.</summary>
internal static class DelimiterText
{
    private const string Auto = "auto";

    private static readonly (string Name, char Sign)[] s_names = [("comma", ','), ("semicolon", ';'), ("tab", '\t'), ("bar", '|')];

    public static bool TryParse(string text, out char? sign)
    {
        sign = text switch
        {
            Auto => null,
            "\\t" => '\t',
            [var one] when one < 128 && one is not ('"' or '\n' or '\r' or ' ' or '\0' or '\u0001') && !char.IsAsciiLetterOrDigit(one) => one,
            _ => s_names.Where(pair => pair.Name == text).Select(pair => (char?)pair.Sign).FirstOrDefault(),
        };
        return sign is not null || text == Auto;
    }

    public static string Format(char? sign) =>
        sign is null ? Auto : s_names.Where(pair => pair.Sign == sign).Select(pair => pair.Name).FirstOrDefault() ?? sign.Value.ToString();
}
