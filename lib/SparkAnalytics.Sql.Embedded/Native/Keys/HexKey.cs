using System.Runtime.Intrinsics;

namespace SparkAnalytics.Sql.Embedded.Native.Keys;

/// <summary>A key of 128 bits, as 32 digits in lower hex write it.</summary>
internal static class HexKey
{
    /// <summary>How many digits a key has.</summary>
    public const int Length = 32;

    private const byte Letters = (byte)'a' - 10;

    /// <summary>Reads a key; false where the text is none.</summary>
    public static bool TryRead(ReadOnlySpan<byte> text, out ulong high, out ulong low)
    {
        (high, low) = (0, 0);
        return text.Length == Length && TryRead(text[..(Length / 2)], out high) && TryRead(text[(Length / 2)..], out low);
    }

    /// <summary>Sixteen digits at once; which of them makes which bits does not matter, as long as each makes its own.</summary>
    private static bool TryRead(ReadOnlySpan<byte> digits, out ulong value)
    {
        var signs = Vector128.Create(digits);
        var ofDigits = signs - Vector128.Create((byte)'0');
        var ofLetters = signs - Vector128.Create(Letters);
        var isDigit = Vector128.LessThan(ofDigits, Vector128.Create((byte)10));
        var isLetter = Vector128.LessThan(signs - Vector128.Create((byte)'a'), Vector128.Create((byte)6));
        var nibbles = Vector128.ConditionalSelect(isDigit, ofDigits, ofLetters).AsUInt16();

        // Two digits stand in each 16 bits, of which the lower eight are to hold both.
        var bytes = (nibbles | Vector128.ShiftRightLogical(nibbles, 4)) & Vector128.Create((ushort)0xFF);
        value = Vector128.Narrow(bytes, bytes).AsUInt64().GetElement(0);
        return (isDigit | isLetter) == Vector128<byte>.AllBitsSet;
    }
}
