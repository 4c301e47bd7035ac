using System.Globalization;
using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Upper, lower and title case with Unicode's special casing, as ICU does it.</summary>
internal static class CaseMapping
{
    public static bool Upper(ref NativeCall call)
    {
        foreach (var rune in call.Text(0).EnumerateRunes())
        {
            call.Write(ToUpper(rune));
        }

        return true;
    }

    public static bool Lower(ref NativeCall call)
    {
        var text = call.Text(0);
        for (var index = 0; index < text.Length;)
        {
            index += WriteLower(ref call, text, index);
        }

        return true;
    }

    /// <summary>Spark's <c>initcap</c>: the first letter of the text and after each blank as a title has it, all others in lower case.</summary>
    public static bool TitleCase(ref NativeCall call)
    {
        var text = call.Text(0);
        for (var index = 0; index < text.Length;)
        {
            if (index > 0 && text[index - 1] != ' ')
            {
                index += WriteLower(ref call, text, index);
                continue;
            }

            var first = Rune.GetRuneAt(text, index);
            call.Write(ToTitle(first));
            index += first.Utf16SequenceLength;
        }

        return true;
    }

    private static string ToUpper(Rune rune) =>
        rune.IsBmp && SpecialCapitals.All.TryGetValue((char)rune.Value, out var special) ? special : Rune.ToUpperInvariant(rune).ToString();

    private static int WriteLower(ref NativeCall call, string text, int index)
    {
        var rune = Rune.GetRuneAt(text, index);
        call.Write(rune.Value switch
        {
            'Σ' when FinalSigma.IsAt(text, index) => "ς",
            'İ' => "i\u0307",
            _ => Rune.ToLowerInvariant(rune).ToString(),
        });
        return rune.Utf16SequenceLength;
    }

    /// <summary>The capital form, of which only the first letter is a capital; pairs of letters in one sign have a form of their own, capitals and Georgian letters stay.</summary>
    private static string ToTitle(Rune rune) => rune.Value switch
    {
        >= 'Ǆ' and <= 'ǆ' => "ǅ",
        >= 'Ǉ' and <= 'ǉ' => "ǈ",
        >= 'Ǌ' and <= 'ǌ' => "ǋ",
        >= 'Ǳ' and <= 'ǳ' => "ǲ",
        >= 'ა' and <= 'ჿ' => rune.ToString(),
        'ŉ' => "ʼN",
        'ᾳ' => "ᾼ",
        'ῃ' => "ῌ",
        'ῳ' => "ῼ",
        >= 0x1F80 and <= 0x1FAF => new Rune(rune.Value | 8).ToString(),
        _ when Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter => rune.ToString(),
        _ => Title(ToUpper(rune)),
    };

    /// <summary>A capital iota that stands for one below the letter goes back there.</summary>
    private static string Title(string capital) => capital switch
    {
        [_, 'Ι'] or [_, _, 'Ι'] => $"{capital[..^1]}\u0345",
        _ when char.IsSurrogate(capital[0]) => capital,
        _ => capital[..1] + capital[1..].ToLowerInvariant(),
    };
}
