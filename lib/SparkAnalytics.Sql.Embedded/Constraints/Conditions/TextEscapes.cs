using System.Globalization;
using System.Text;

namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <summary>Backslashes in texts of Spark SQL (<c>SparkParserUtils.unescapeSQLString</c>).</summary>
internal static class TextEscapes
{
    /// <summary>The text that is meant; <c>\%</c> and <c>\_</c> stay, as they are for LIKE.</summary>
    public static string Resolve(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var place = 0; place < text.Length;)
        {
            place += text[place] == '\\' && place + 1 < text.Length ? Escape(text, place + 1, result) + 1 : Plain(text[place], result);
        }

        return result.ToString();
    }

    private static int Plain(char sign, StringBuilder result)
    {
        result.Append(sign);
        return 1;
    }

    /// <summary>Adds what the signs behind a backslash mean, and tells how many they are.</summary>
    private static int Escape(string text, int place, StringBuilder result)
    {
        if (text[place] == 'u' && Code(text, place + 1, 4, 16) is { } unit)
        {
            result.Append((char)unit);
            return 5;
        }

        if (text[place] == 'U' && Code(text, place + 1, 8, 16) is { } point && Rune.IsValid(point))
        {
            result.Append(new Rune(point).ToString());
            return 9;
        }

        if (text[place] is '0' or '1' && Code(text, place, 3, 8) is { } octal)
        {
            result.Append((char)octal);
            return 3;
        }

        result.Append(text[place] switch
        {
            '0' => "\0",
            'b' => "\b",
            'n' => "\n",
            'r' => "\r",
            't' => "\t",
            'Z' => "\u001A",
            '%' => "\\%",
            '_' => "\\_",
            var other => other.ToString(),
        });
        return 1;
    }

    private static int? Code(string text, int place, int length, int radix)
    {
        if (place + length > text.Length)
        {
            return null;
        }

        var code = 0L;
        foreach (var sign in text.AsSpan(place, length))
        {
            var digit = char.IsAsciiHexDigit(sign) ? int.Parse([sign], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : radix;
            if (digit >= radix)
            {
                return null;
            }

            code = (code * radix) + digit;
        }

        return code <= int.MaxValue ? (int)code : null;
    }
}
