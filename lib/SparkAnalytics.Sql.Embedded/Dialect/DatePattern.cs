using System.Text;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>A pattern of Java's DateTimeFormatter in DuckDB's terms.</summary>
/// <param name="Format">For <c>strftime</c> and <c>strptime</c>.</param>
/// <param name="Form">A regular expression that text in this pattern matches as a whole.</param>
internal sealed record DatePattern(string Format, string Form)
{
    private static readonly Dictionary<string, DatePattern> s_letters = new(StringComparer.Ordinal)
    {
        ["yyyy"] = new("%Y", "[0-9]{4}"),
        ["yy"] = new("%y", "[0-9]{2}"),
        ["y"] = new("%Y", "[0-9]{4}"),
        ["MM"] = new("%m", "[0-9]{2}"),
        ["M"] = new("%-m", "[0-9]{1,2}"),
        ["MMM"] = new("%b", "[A-Za-z]{3}"),
        ["MMMM"] = new("%B", "[A-Za-z]+"),
        ["dd"] = new("%d", "[0-9]{2}"),
        ["d"] = new("%-d", "[0-9]{1,2}"),
        ["DDD"] = new("%j", "[0-9]{3}"),
        ["HH"] = new("%H", "[0-9]{2}"),
        ["H"] = new("%-H", "[0-9]{1,2}"),
        ["hh"] = new("%I", "[0-9]{2}"),
        ["h"] = new("%-I", "[0-9]{1,2}"),
        ["mm"] = new("%M", "[0-9]{2}"),
        ["m"] = new("%-M", "[0-9]{1,2}"),
        ["ss"] = new("%S", "[0-9]{2}"),
        ["s"] = new("%-S", "[0-9]{1,2}"),
        ["SSS"] = new("%g", "[0-9]{3}"),
        ["SSSSSS"] = new("%f", "[0-9]{6}"),
        ["a"] = new("%p", "[AP]M"),
        ["E"] = new("%a", "[A-Za-z]{3}"),
        ["EEE"] = new("%a", "[A-Za-z]{3}"),
        ["EEEE"] = new("%A", "[A-Za-z]+"),
        ["X"] = new("Z", "Z"),
        ["XXX"] = new("Z", "Z"),
        ["Z"] = new("+0000", "\\+0000"),
        ["VV"] = new("UTC", "UTC"),
        ["z"] = new("UTC", "UTC"),
    };

    /// <exception cref="AnalysisException">The pattern holds letters that this engine does not know.</exception>
    public static DatePattern Parse(string pattern)
    {
        var format = new StringBuilder();
        var form = new StringBuilder();
        for (var index = 0; index < pattern.Length;)
        {
            var sign = pattern[index];
            var length = sign switch
            {
                '\'' => Quoted(pattern, index, format, form),
                _ when char.IsAsciiLetter(sign) => Letters(pattern, index, format, form),
                _ => Plain(sign.ToString(), format, form, 1),
            };
            index += length;
        }

        return new DatePattern(format.ToString(), form.ToString());
    }

    private static int Letters(string pattern, int index, StringBuilder format, StringBuilder form)
    {
        var length = pattern[index..].TakeWhile(sign => sign == pattern[index]).Count();
        var letters = pattern.Substring(index, length);
        if (!s_letters.TryGetValue(letters, out var known))
        {
            throw new AnalysisException($"The embedded engine does not know '{letters}' in the date pattern '{pattern}'; it knows {string.Join(", ", s_letters.Keys)}.");
        }

        format.Append(known.Format);
        form.Append(known.Form);
        return length;
    }

    private static int Quoted(string pattern, int index, StringBuilder format, StringBuilder form)
    {
        var end = pattern.IndexOf('\'', index + 1);
        if (end < 0)
        {
            throw new AnalysisException($"A quote in the date pattern '{pattern}' is not closed.");
        }

        return Plain(end == index + 1 ? "'" : pattern[(index + 1)..end], format, form, end - index + 1);
    }

    private static int Plain(string text, StringBuilder format, StringBuilder form, int length)
    {
        format.Append(text.Replace("%", "%%", StringComparison.Ordinal));
        foreach (var sign in text)
        {
            form.Append(char.IsAsciiLetterOrDigit(sign) ? sign.ToString() : $"\\{sign}");
        }

        return length;
    }
}
