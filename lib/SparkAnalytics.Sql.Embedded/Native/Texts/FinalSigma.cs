using System.Globalization;
using System.Text;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Where a capital sigma becomes the small one of the end of a word: after a letter that has case and before none, whatever marks stand between.</summary>
internal static class FinalSigma
{
    /// <summary>Whether the sigma at a place is final.</summary>
    public static bool IsAt(string text, int index) => IsCasedBefore(text, index) && !IsCasedAfter(text, index + 1);

    private static bool IsCasedBefore(string text, int index)
    {
        while (index > 0)
        {
            Rune.DecodeLastFromUtf16(text.AsSpan(0, index), out var rune, out var length);
            if (!IsIgnored(rune))
            {
                return IsCased(rune);
            }

            index -= length;
        }

        return false;
    }

    private static bool IsCasedAfter(string text, int index)
    {
        while (index < text.Length)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length);
            if (!IsIgnored(rune))
            {
                return IsCased(rune);
            }

            index += length;
        }

        return false;
    }

    /// <summary>Unicode's Case_Ignorable: marks, and punctuation that may stand inside a word.</summary>
    private static bool IsIgnored(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.ModifierLetter or UnicodeCategory.ModifierSymbol
        || rune.Value is '\'' or '.' or ':' or 0xB7 or 0x387 or 0x55F or 0x5F4 or 0x2018 or 0x2019 or 0x2024 or 0x2027 or 0xFE13 or 0xFE52 or 0xFE55 or 0xFF07 or 0xFF0E or 0xFF1A;

    /// <summary>Unicode's Cased: letters with case, and the signs and numerals that have it without being letters of a case.</summary>
    private static bool IsCased(Rune rune) => Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
        || rune.Value is 0xAA or 0xBA or (>= 0x2160 and <= 0x217F) or (>= 0x24B6 and <= 0x24E9) or (>= 0x1F130 and <= 0x1F149) or (>= 0x1F150 and <= 0x1F169) or (>= 0x1F170 and <= 0x1F189);
}
