using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace SparkAnalytics.Sql.Embedded.Native.Keys;

/// <summary>Keys of 128 bits in open addressing, outside of what the garbage collector goes through; for one thread at a time.</summary>
internal sealed unsafe class KeyTable : IDisposable
{
    private const int FirstSlots = 1024;

    private long _slots = FirstSlots;

    private ulong* _keys = New(FirstSlots);

    private bool _hasZero;

    private long _filled;

    /// <summary>How many different keys came.</summary>
    public long Count => _filled + (_hasZero ? 1 : 0);

    /// <summary>How many keys came again.</summary>
    public long Again { get; private set; }

    /// <summary>Adds keys.</summary>
    /// <param name="high">The upper halves of keys.</param>
    /// <param name="low">Their lower halves.</param>
    /// <param name="which">Which of them to add.</param>
    /// <param name="isFirst">Becomes 1 for each of them that came for the first time, 0 for the others.</param>
    public void Add(ReadOnlySpan<ulong> high, ReadOnlySpan<ulong> low, ReadOnlySpan<int> which, Span<byte> isFirst)
    {
        // The places are far apart in memory: they are asked for together, so that one does not wait for another.
        if (Sse.IsSupported)
        {
            foreach (var index in which)
            {
                Sse.Prefetch0(_keys + (((long)low[index] & (_slots - 1)) * 2));
            }
        }

        foreach (var index in which)
        {
            isFirst[index] = Add(high[index], low[index]) ? (byte)1 : (byte)0;
        }
    }

    private bool Add(ulong high, ulong low)
    {
        var isNew = (high | low) == 0 ? !_hasZero : TryPut(high, low);
        _hasZero |= (high | low) == 0;
        Again += isNew ? 0 : 1;
        return isNew;
    }

    public void Dispose()
    {
        NativeMemory.Free(_keys);
        _keys = null;
    }

    private bool TryPut(ulong high, ulong low)
    {
        if (_filled * 4 >= _slots * 3)
        {
            Grow();
        }

        var isNew = TryPut(_keys, _slots, high, low);
        _filled += isNew ? 1 : 0;
        return isNew;
    }

    private void Grow()
    {
        var slots = _slots * 2;
        var keys = New(slots);
        for (var slot = 0L; slot < _slots; slot++)
        {
            if ((_keys[slot * 2] | _keys[(slot * 2) + 1]) != 0)
            {
                TryPut(keys, slots, _keys[slot * 2], _keys[(slot * 2) + 1]);
            }
        }

        NativeMemory.Free(_keys);
        _slots = slots;
        _keys = keys;
    }

    /// <summary>The place comes from the lower half, as the upper one decides which table a key goes to.</summary>
    private static bool TryPut(ulong* keys, long slots, ulong high, ulong low)
    {
        for (var slot = (long)low & (slots - 1); ; slot = (slot + 1) & (slots - 1))
        {
            var key = keys + (slot * 2);
            if ((key[0] | key[1]) == 0)
            {
                (key[0], key[1]) = (high, low);
                return true;
            }

            if (key[0] == high && key[1] == low)
            {
                return false;
            }
        }
    }

    private static ulong* New(long slots) => (ulong*)NativeMemory.AllocZeroed((nuint)slots, 2 * sizeof(ulong));
}
