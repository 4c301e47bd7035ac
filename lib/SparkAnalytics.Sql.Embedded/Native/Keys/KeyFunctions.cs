using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Keys;

/// <summary>Questions to the set of keys of a statement.</summary>
internal static class KeyFunctions
{
    [ThreadStatic]
    private static (ulong[] High, ulong[] Low, byte[] IsFirst, long[] Rows) t_keys;

    /// <summary>Whether each key comes for the first time to the set of that number; a key that the set cannot hold always does.</summary>
    public static unsafe void AreFirst(in NativeVector arguments, Span<byte> results)
    {
        var (high, low, isFirst, rows) = Room((int)arguments.Rows);
        KeySet? set = null;
        var count = 0;
        for (var row = 0L; row < arguments.Rows; row++)
        {
            if (!arguments.IsValid(row))
            {
                continue;
            }

            set ??= KeySet.Find(((long*)arguments.Columns[1])[row]);
            if (HexKey.TryRead(arguments.Bytes(0, row), out high[count], out low[count]))
            {
                rows[count++] = row;
            }
            else
            {
                set.NoteOther();
                results[(int)row] = 1;
            }
        }

        set?.Add(high.AsSpan(0, count), low.AsSpan(0, count), isFirst);
        for (var index = 0; index < count; index++)
        {
            results[(int)rows[index]] = isFirst[index];
        }
    }

    private static (ulong[] High, ulong[] Low, byte[] IsFirst, long[] Rows) Room(int rows)
    {
        if (t_keys.High is null || t_keys.High.Length < rows)
        {
            t_keys = (new ulong[rows], new ulong[rows], new byte[rows], new long[rows]);
        }

        return t_keys;
    }
}
