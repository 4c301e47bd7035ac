using System.Runtime.CompilerServices;
using DuckDB.NET.Native;
using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>The arguments of a call for all rows of a vector, where DuckDB keeps them.</summary>
internal readonly unsafe ref struct NativeVector
{
    private readonly void** _columns;

    private readonly ulong** _validities;

    private readonly int _count;

    /// <summary>Reads a chunk.</summary>
    /// <param name="chunk">The arguments.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="places">Room for two addresses for each argument.</param>
    public NativeVector(DuckDBDataChunk chunk, int count, void** places)
    {
        _columns = places;
        _validities = (ulong**)(places + count);
        _count = count;
        Rows = (long)DataChunks.DuckDBDataChunkGetSize(chunk);
        for (var index = 0; index < count; index++)
        {
            var vector = DataChunks.DuckDBDataChunkGetVector(chunk, index);
            _columns[index] = Vectors.DuckDBVectorGetData(vector);
            _validities[index] = Vectors.DuckDBVectorGetValidity(vector);
        }
    }

    /// <summary>How many rows there are.</summary>
    public long Rows { get; }

    /// <summary>Where the arguments lie.</summary>
    public void** Columns => _columns;

    /// <summary>Whether no argument of the row is NULL.</summary>
    public bool IsValid(long row)
    {
        for (var index = 0; index < _count; index++)
        {
            if (_validities[index] != null && (_validities[index][row >> 6] & (1UL << (int)(row & 63))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The UTF-8 bytes of a text argument; they stay where they are during the call.</summary>
    public ReadOnlySpan<byte> Bytes(int argument, long row) => Bytes(_columns[argument], row);

    /// <summary>The UTF-8 bytes of a text in a column.</summary>
    public static ReadOnlySpan<byte> Bytes(void* column, long row)
    {
        var value = (byte*)column + (row * 16);
        var length = Unsafe.ReadUnaligned<int>(value);
        return new ReadOnlySpan<byte>(length <= NativeCall.InlineLength ? value + 4 : (byte*)Unsafe.ReadUnaligned<nint>(value + 8), length);
    }
}
