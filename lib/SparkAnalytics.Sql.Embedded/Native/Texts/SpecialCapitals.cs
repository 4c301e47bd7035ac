namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Letters whose capital form is not one other letter, or not the one that .NET gives (Unicode SpecialCasing.txt, the unconditional part).</summary>
internal static class SpecialCapitals
{
    /// <summary>The capital form of each.</summary>
    public static IReadOnlyDictionary<char, string> All { get; } = Make();

    private static Dictionary<char, string> Make()
    {
        var map = new Dictionary<char, string>
        {
            ['ß'] = "SS",
            ['ŉ'] = "ʼN",
            ['ǰ'] = "J\u030C",
            ['ΐ'] = "Ι\u0308\u0301",
            ['ΰ'] = "Υ\u0308\u0301",
            ['և'] = "ԵՒ",
            ['ı'] = "I",
            ['ſ'] = "S",
            ['ὐ'] = "Υ\u0313",
            ['ὒ'] = "Υ\u0313\u0300",
            ['ὔ'] = "Υ\u0313\u0301",
            ['ὖ'] = "Υ\u0313\u0342",
            ['ᾶ'] = "Α\u0342",
            ['ῆ'] = "Η\u0342",
            ['ῒ'] = "Ι\u0308\u0300",
            ['\u1FD3'] = "Ι\u0308\u0301",
            ['ῖ'] = "Ι\u0342",
            ['ῗ'] = "Ι\u0308\u0342",
            ['ῢ'] = "Υ\u0308\u0300",
            ['\u1FE3'] = "Υ\u0308\u0301",
            ['ῤ'] = "Ρ\u0313",
            ['ῦ'] = "Υ\u0342",
            ['ῧ'] = "Υ\u0308\u0342",
            ['ῶ'] = "Ω\u0342",
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
