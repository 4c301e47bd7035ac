using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace SparkAnalytics.Sql.Embedded.Native.Hashing;

/// <summary>Sixteen texts at once.</summary>
internal readonly unsafe struct Lanes16 : ILanes<Vector512<uint>>
{
    public static int Count => Vector512<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> All(uint value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Gather(byte** texts, long offset) => Vector512.Create(
        *(uint*)(texts[0] + offset), *(uint*)(texts[1] + offset), *(uint*)(texts[2] + offset), *(uint*)(texts[3] + offset),
        *(uint*)(texts[4] + offset), *(uint*)(texts[5] + offset), *(uint*)(texts[6] + offset), *(uint*)(texts[7] + offset),
        *(uint*)(texts[8] + offset), *(uint*)(texts[9] + offset), *(uint*)(texts[10] + offset), *(uint*)(texts[11] + offset),
        *(uint*)(texts[12] + offset), *(uint*)(texts[13] + offset), *(uint*)(texts[14] + offset), *(uint*)(texts[15] + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Add(Vector512<uint> left, Vector512<uint> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> RotateLeft(Vector512<uint> value, [ConstantExpected] byte bits) => Avx512F.IsSupported
        ? Avx512F.RotateLeft(value, bits)
        : Vector512.ShiftLeft(value, bits) | Vector512.ShiftRightLogical(value, (sizeof(uint) * 8) - bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Select(Vector512<uint> mask, Vector512<uint> ones, Vector512<uint> zeros) => Vector512.ConditionalSelect(mask, ones, zeros);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Xor(Vector512<uint> left, Vector512<uint> right) => left ^ right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> OrNot(Vector512<uint> left, Vector512<uint> right) => left | ~right;
}
