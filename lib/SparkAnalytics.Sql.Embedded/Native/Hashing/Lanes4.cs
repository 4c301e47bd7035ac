using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace SparkAnalytics.Sql.Embedded.Native.Hashing;

/// <summary>Four texts at once.</summary>
internal readonly unsafe struct Lanes4 : ILanes<Vector128<uint>>
{
    public static int Count => Vector128<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> All(uint value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Gather(byte** texts, long offset) => Vector128.Create(
        *(uint*)(texts[0] + offset), *(uint*)(texts[1] + offset), *(uint*)(texts[2] + offset), *(uint*)(texts[3] + offset));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Add(Vector128<uint> left, Vector128<uint> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> RotateLeft(Vector128<uint> value, [ConstantExpected] byte bits) => Vector128.ShiftLeft(value, bits) | Vector128.ShiftRightLogical(value, (sizeof(uint) * 8) - bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Select(Vector128<uint> mask, Vector128<uint> ones, Vector128<uint> zeros) => Vector128.ConditionalSelect(mask, ones, zeros);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Xor(Vector128<uint> left, Vector128<uint> right) => left ^ right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> OrNot(Vector128<uint> left, Vector128<uint> right) => left | ~right;
}
