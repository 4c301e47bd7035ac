namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>
/// Finds rows of a vector whose arguments are those of a row before, so that the function need not run again. Long texts are known by where they lie, as texts of a Parquet dictionary lie in one place
/// for all rows of a vector; none is compared.
/// </summary>
internal unsafe ref struct RowMemo
{
    private const int Places = 256;

    /// <summary>After so many rows without enough that were found it stops looking.</summary>
    private const int Trial = 128;

    private const int Enough = 8;

    private const ulong Mixer = 0x9E3779B97F4A7C15;

    [ThreadStatic]
    private static int[]? t_rows;

    private readonly NativeKind[] _kinds;
    private readonly void** _columns;
    private readonly int[] _rows;
    private bool _isLooking;
    private int _looked;
    private int _found;

    public RowMemo(NativeFunction function, void** columns)
    {
        _kinds = function.Arguments;
        _columns = columns;
        _rows = t_rows ??= new int[Places];
        _isLooking = !function.IsVolatile && _kinds is [NativeKind.Text, ..];
        if (_isLooking)
        {
            Array.Clear(_rows);
        }
    }

    /// <summary>A row before with the same arguments; negative where none is known.</summary>
    public long Find(long row)
    {
        if (!_isLooking)
        {
            return -1;
        }

        var first = (ulong*)_columns[0] + (row * 2);
        ref var place = ref _rows[(int)(((first[0] ^ (first[1] * Mixer)) * Mixer) >> 56)];
        var known = place - 1L;
        place = (int)row + 1;
        if (known >= 0 && AreSame(known, row))
        {
            _found++;
        }
        else
        {
            known = -1;
        }

        _isLooking = ++_looked != Trial || _found >= Enough;
        return known;
    }

    private readonly bool AreSame(long left, long right)
    {
        for (var index = 0; index < _kinds.Length; index++)
        {
            var column = (ulong*)_columns[index];
            var isSame = _kinds[index] switch
            {
                NativeKind.Text or NativeKind.Binary => column[left * 2] == column[right * 2] && column[(left * 2) + 1] == column[(right * 2) + 1],
                NativeKind.Long or NativeKind.Double => column[left] == column[right],
                _ => false,
            };
            if (!isSame)
            {
                return false;
            }
        }

        return true;
    }
}
