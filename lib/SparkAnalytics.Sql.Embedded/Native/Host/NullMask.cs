using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>Which rows of a vector of results are NULL; DuckDB is asked for the mask once, when the first row is.</summary>
internal unsafe ref struct NullMask(nint vector)
{
    private ulong* _mask;

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
