using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparkAnalytics.Sql.Embedded.Native.Hashing;

/// <summary>Eight texts at once.</summary>
internal readonly unsafe struct Lanes8 : ILanes<Vector256<uint>>
{
    public static int Count => Vector256<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> All(uint value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Gather(byte** texts, long offset) => Vector256.Create(
        *(uint*)(texts[0] + offset), *(uint*)(texts[1] + offset), *(uint*)(texts[2] + offset), *(uint*)(texts[3] + offset),
        *(uint*)(texts[4] + offset), *(uint*)(texts[5] + offset), *(uint*)(texts[6] + offset), *(uint*)(texts[7] + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Add(Vector256<uint> left, Vector256<uint> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> RotateLeft(Vector256<uint> value, [ConstantExpected] byte bits) => Vector256.ShiftLeft(value, bits) | Vector256.ShiftRightLogical(value, (sizeof(uint) * 8) - bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Select(Vector256<uint> mask, Vector256<uint> ones, Vector256<uint> zeros) => Vector256.ConditionalSelect(mask, ones, zeros);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Xor(Vector256<uint> left, Vector256<uint> right) => left ^ right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> OrNot(Vector256<uint> left, Vector256<uint> right) => left | ~right;
}
