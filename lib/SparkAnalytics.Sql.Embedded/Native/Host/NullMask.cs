using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>Which rows of a vector of results are NULL; DuckDB is asked for the mask once, when the first row is.</summary>
internal unsafe ref struct NullMask(nint vector)
{
    private ulong* _mask;

    /// <summary>Makes a row NULL if another is.</summary>
    public readonly void Copy(long from, long row)
    {
        if (_mask != null && (_mask[from >> 6] & (1UL << (int)(from & 63))) == 0)
        {
            _mask[row >> 6] &= ~(1UL << (int)(row & 63));
        }
    }

    /// <summary>Makes a row NULL.</summary>
    public void Set(long row)
    {
        if (_mask == null)
        {
            Vectors.DuckDBVectorEnsureValidityWritable(vector);
            _mask = Vectors.DuckDBVectorGetValidity(vector);
        }

        _mask[row >> 6] &= ~(1UL << (int)(row & 63));
    }
}
