using System.Globalization;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>What Java's own conversions of text take for blanks and for digits.</summary>
internal static class JavaText
{
    /// <summary>What <c>String.trim</c> leaves out.</summary>
    public static char[] Blanks { get; } = [.. Enumerable.Range(0, 33).Select(code => (char)code)];

    /// <summary>The value of a decimal digit of any script, or -1. Java goes by UTF-16 units, so that digits beyond them are none.</summary>
    public static int Digit(char sign) =>
        char.IsAsciiDigit(sign) ? sign - '0' : char.GetUnicodeCategory(sign) == UnicodeCategory.DecimalDigitNumber ? (int)CharUnicodeInfo.GetNumericValue(sign) : -1;
}
