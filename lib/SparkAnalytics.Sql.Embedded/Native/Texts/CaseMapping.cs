using System.Text;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Upper, lower and title case with Unicode's special casing, as Java and ICU do it.</summary>
internal static class CaseMapping
{
    private const char CapitalSigma = 'Σ';
    private const char FinalSigma = 'ς';

    /// <summary>Letters whose capital form is several letters (Unicode SpecialCasing.txt, the unconditional part).</summary>
    private static readonly Dictionary<char, string> s_upper = MakeUpper();

    public static bool Upper(ref NativeCall call)
    {
        call.Write(ToUpper(call.Text(0)));
        return true;
    }

    public static bool Lower(ref NativeCall call)
    {
        call.Write(ToLower(call.Text(0)));
        return true;
    }

    /// <summary>Spark's <c>initcap</c>: the first letter after each blank, all others in lower case.</summary>
    public static bool TitleCase(ref NativeCall call)
    {
        var words = ToLower(call.Text(0)).Split(' ');
        call.Write(string.Join(' ', words.Select(Title)));
        return true;
    }

    internal static string ToUpper(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            result.Append(rune.IsBmp && s_upper.TryGetValue((char)rune.Value, out var special) ? special : Rune.ToUpperInvariant(rune).ToString());
        }

        return result.ToString();
    }

    internal static string ToLower(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            var rune = Rune.TryGetRuneAt(text, index, out var found) ? found : Rune.ReplacementChar;
            result.Append(rune.Value switch
            {
                CapitalSigma when IsFinal(text, index) => FinalSigma.ToString(),
                'İ' => "i\u0307",
                _ => Rune.ToLowerInvariant(rune).ToString(),
            });
            index += rune.Utf16SequenceLength - 1;
        }

        return result.ToString();
    }

    private static string Title(string word)
    {
        if (word.Length == 0)
        {
            return word;
        }

        var first = Rune.GetRuneAt(word, 0);
        var head = first.ToString();
        var capital = s_upper.TryGetValue(head[0], out var special) ? special[..1] + ToLower(special[1..]) : Rune.ToUpperInvariant(first).ToString();
        return capital + word[head.Length..];
    }

    /// <summary>A sigma is final after a letter and before none.</summary>
    private static bool IsFinal(string text, int index) =>
        index > 0 && char.IsLetter(text[index - 1]) && (index + 1 == text.Length || !char.IsLetter(text[index + 1]));

    private static Dictionary<char, string> MakeUpper()
    {
        var map = new Dictionary<char, string>
        {
            ['ß'] = "SS",
            ['ŉ'] = "ʼN",
            ['ǰ'] = "J\u030C",
            ['ΐ'] = "Ι\u0308\u0301",
            ['ΰ'] = "Υ\u0308\u0301",
            ['և'] = "ԵՒ",
            ['ẖ'] = "H\u0331",
            ['ẗ'] = "T\u0308",
            ['ẘ'] = "W\u030A",
            ['ẙ'] = "Y\u030A",
            ['ẚ'] = "Aʾ",
            ['ﬀ'] = "FF",
            ['ﬁ'] = "FI",
            ['ﬂ'] = "FL",
            ['ﬃ'] = "FFI",
            ['ﬄ'] = "FFL",
            ['ﬅ'] = "ST",
            ['ﬆ'] = "ST",
            ['ﬓ'] = "ՄՆ",
            ['ﬔ'] = "ՄԵ",
            ['ﬕ'] = "ՄԻ",
            ['ﬖ'] = "ՎՆ",
            ['ﬗ'] = "ՄԽ",
        };
        AddIotaSubscripts(map);
        return map;
    }

    /// <summary>Greek letters with a small iota below: the letter's capital and a capital iota.</summary>
    private static void AddIotaSubscripts(Dictionary<char, string> map)
    {
        foreach (var (first, capital) in ((int, int)[])[(0x1F80, 0x1F08), (0x1F90, 0x1F28), (0x1FA0, 0x1F68)])
        {
            for (var offset = 0; offset < 8; offset++)
            {
                var text = $"{(char)(capital + offset)}Ι";
                map[(char)(first + offset)] = text;
                map[(char)(first + 8 + offset)] = text;
            }
        }

        foreach (var (letter, capital) in ((char, string)[])[('ᾳ', "Α"), ('ᾼ', "Α"), ('ῃ', "Η"), ('ῌ', "Η"), ('ῳ', "Ω"), ('ῼ', "Ω"), ('ᾲ', "Ὰ"), ('ᾴ', "Ά"), ('ῂ', "Ὴ"), ('ῄ', "Ή"), ('ῲ', "Ὼ"), ('ῴ', "Ώ")])
        {
            map[letter] = $"{capital}Ι";
        }

        map['ᾷ'] = "Α\u0342Ι";
        map['ῇ'] = "Η\u0342Ι";
        map['ῷ'] = "Ω\u0342Ι";
    }
}
