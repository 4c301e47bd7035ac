using System.Text;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>Tells by its first bytes what a file is that was taken for text in UTF-8.</summary>
internal static class FileKinds
{
    /// <summary>How many bytes are looked at.</summary>
    public const int Enough = 1024;

    private static readonly (byte[] Start, string Name)[] s_kinds =
    [
        ("PAR1"u8.ToArray(), "a Parquet file"),
        ([0x1F, 0x8B], "gzip data"),
        ([0x28, 0xB5, 0x2F, 0xFD], "Zstandard data"),
        ("BZh"u8.ToArray(), "bzip2 data"),
        ([0xFD, .. "7zXZ"u8], "xz data"),
        ("PK\u0003\u0004"u8.ToArray(), "a ZIP archive (as .xlsx files are, too)"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old Office document (.xls)"),
        ("ORC"u8.ToArray(), "an ORC file"),
        ([.. "Obj"u8, 1], "an Avro file"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        ("%PDF-"u8.ToArray(), "a PDF document"),
        ([0xFF, 0xFE, 0, 0], "text in UTF-32"),
        ([0, 0, 0xFE, 0xFF], "text in UTF-32"),
        ([0xFF, 0xFE], "text in UTF-16"),
        ([0xFE, 0xFF], "text in UTF-16"),
    ];

    /// <summary>What the file is, or null where nothing speaks against text in UTF-8.</summary>
    /// <param name="start">Its first bytes.</param>
    public static string? Of(ReadOnlySpan<byte> start)
    {
        foreach (var (mark, name) in s_kinds)
        {
            if (start.StartsWith(mark) && !IsText(start, mark))
            {
                return name;
            }
        }

        return OfZeros(start);
    }

    /// <summary>Marks of letters may also begin a text: then no byte of it is one that text does not hold.</summary>
    private static bool IsText(ReadOnlySpan<byte> start, byte[] mark) =>
        !mark.Any(sign => sign is < 0x20 or >= 0x7F) && !start.ContainsAnyInRange((byte)0, (byte)8) && !start.ContainsAnyInRange((byte)0x0E, (byte)0x1F)
        && Encoding.UTF8.GetString(start[..Math.Max(0, start.Length - 4)]).IndexOf('\uFFFD', StringComparison.Ordinal) < 0;

    /// <summary>UTF-16 and UTF-32 without their marks: Latin letters have a zero, or three, before or after each.</summary>
    private static string? OfZeros(ReadOnlySpan<byte> start)
    {
        var zeros = new int[2];
        for (var index = 0; index < start.Length; index++)
        {
            zeros[index & 1] += start[index] == 0 ? 1 : 0;
        }

        var most = start.Length / 2;
        return most < 4 ? null
            : (zeros[0] + zeros[1]) * 10 >= start.Length * 7 ? "text in UTF-32"
            : Math.Max(zeros[0], zeros[1]) * 10 >= most * 8 && Math.Min(zeros[0], zeros[1]) * 10 < most ? "text in UTF-16"
            : null;
    }
}
