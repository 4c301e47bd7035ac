using System.Diagnostics.CodeAnalysis;

namespace SparkAnalytics.Sql.Embedded.Native.Hashing;

/// <summary>Unsigned 32-bit numbers side by side, one for each text, that the processor computes at once.</summary>
/// <typeparam name="TVector">What holds them.</typeparam>
internal unsafe interface ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>How many there are.</summary>
    static abstract int Count { get; }

    /// <summary>The same number in each lane.</summary>
    static abstract TVector All(uint value);

    /// <summary>In each lane the number that lies at the offset of the lane's text.</summary>
    static abstract TVector Gather(byte** texts, long offset);

    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector RotateLeft(TVector value, [ConstantExpected] byte bits);

    /// <summary>The bits of the second where the first has one, of the third elsewhere.</summary>
    static abstract TVector Select(TVector mask, TVector ones, TVector zeros);

    static abstract TVector Xor(TVector left, TVector right);

    static abstract TVector OrNot(TVector left, TVector right);
}
