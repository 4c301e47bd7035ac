using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace SparkAnalytics.Sql.Embedded.Native.Places;

/// <summary>
/// Whole numbers by the place of their row among the files of a statement: those of a window, which come in another order than the rows of the files that they belong to. Each takes
/// 5 or 9 bytes, outside of what the garbage collector goes through, where a join would hold both sides' keys too.
/// </summary>
internal sealed unsafe class PlacedValues : IDisposable
{
    /// <summary>The bits of a place below the number of its file.</summary>
    public const int RowBits = 40;

    private const int ChunkBits = 16;

    private const int ChunkRows = 1 << ChunkBits;

    private static readonly ConcurrentDictionary<long, PlacedValues> s_open = new();

    private static long s_lastId;

    private readonly ConcurrentDictionary<long, Lazy<nint>> _chunks = new();

    private readonly bool _isLong;

    /// <param name="isLong">Whether values need 64 bits; else they must fit into 32.</param>
    public PlacedValues(bool isLong)
    {
        _isLong = isLong;
        Id = Interlocked.Increment(ref s_lastId);
        s_open[Id] = this;
    }

    /// <summary>The number by which a statement names it.</summary>
    public long Id { get; }

    /// <exception cref="InvalidOperationException">There is none of that number, or it was disposed.</exception>
    public static PlacedValues Find(long id) => s_open.TryGetValue(id, out var values) ? values : throw new InvalidOperationException($"There are no values by place {id}.");

    /// <summary>Notes the value of a place. Several threads may note those of different places.</summary>
    public void Put(long place, long value)
    {
        var chunk = (byte*)_chunks.GetOrAdd(place >> ChunkBits, static (_, isLong) => new Lazy<nint>(() => New(isLong)), _isLong).Value;
        var row = place & (ChunkRows - 1);
        if (_isLong)
        {
            ((long*)(chunk + ChunkRows))[row] = value;
        }
        else
        {
            ((int*)(chunk + ChunkRows))[row] = checked((int)value);
        }

        chunk[row] = 1;
    }

    /// <summary>The value of a place; false where none was noted.</summary>
    /// <param name="place">The place.</param>
    /// <param name="last">Where the last value was found, as the next is mostly beside it.</param>
    /// <param name="value">The value.</param>
    public bool TryGet(long place, ref Chunk last, out long value)
    {
        value = 0;
        if (last.Values != Id || last.Number != place >> ChunkBits)
        {
            if (!_chunks.TryGetValue(place >> ChunkBits, out var known))
            {
                return false;
            }

            last = new Chunk(Id, place >> ChunkBits, known.Value);
        }

        var chunk = (byte*)last.Address;
        var row = place & (ChunkRows - 1);
        value = _isLong ? ((long*)(chunk + ChunkRows))[row] : ((int*)(chunk + ChunkRows))[row];
        return chunk[row] != 0;
    }

    public void Dispose()
    {
        s_open.TryRemove(Id, out _);
        foreach (var chunk in _chunks.Values)
        {
            NativeMemory.Free((void*)chunk.Value);
        }

        _chunks.Clear();
    }

    /// <summary>First which rows have a value, a byte each, then the values.</summary>
    private static nint New(bool isLong) => (nint)NativeMemory.AllocZeroed(ChunkRows, (nuint)(1 + (isLong ? sizeof(long) : sizeof(int))));

    /// <summary>Values of neighbouring places.</summary>
    /// <param name="Values">Whose they are.</param>
    /// <param name="Number">Which of them.</param>
    /// <param name="Address">Where they lie.</param>
    internal readonly record struct Chunk(long Values, long Number, nint Address);
}
