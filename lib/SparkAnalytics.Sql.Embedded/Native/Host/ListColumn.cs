using static DuckDB.NET.Native.NativeMethods;

namespace SparkAnalytics.Sql.Embedded.Native.Host;

/// <summary>The lists of texts of one vector while they are written; DuckDB gets the items of many rows at once.</summary>
internal unsafe ref struct ListColumn(nint vector, TextBuffer buffer)
{
    [ThreadStatic]
    private static List<Range?>? t_pending;

    private readonly ulong* _data = (ulong*)Vectors.DuckDBVectorGetData(vector);

    private readonly List<Range?> _pending = Empty();

    private long _handed = Vectors.DuckDBListVectorGetSize(vector);

    /// <summary>Gives a row a list of parts of the buffer, null for NULL.</summary>
    public readonly void Add(long row, List<Range?> items)
    {
        _data[row * 2] = (ulong)(_handed + _pending.Count);
        _data[(row * 2) + 1] = (ulong)items.Count;
        _pending.AddRange(items);
    }

    /// <summary>Gives a row the list of another: they share their items.</summary>
    public readonly void Copy(long from, long row) => (_data[row * 2], _data[(row * 2) + 1]) = (_data[from * 2], _data[(from * 2) + 1]);

    /// <summary>Hands all lists so far to DuckDB, and empties the buffer.</summary>
    public void HandOver()
    {
        if (_pending.Count > 0)
        {
            var end = _handed + _pending.Count;
            Vectors.DuckDBListVectorReserve(vector, (ulong)end);
            Vectors.DuckDBListVectorSetSize(vector, (ulong)end);
            Write(Vectors.DuckDBListVectorGetChild(vector), end);
            _pending.Clear();
            _handed = end;
        }

        buffer.Truncate(0);
    }

    private static List<Range?> Empty()
    {
        var pending = t_pending ??= [];
        pending.Clear();
        return pending;
    }

    private readonly void Write(nint child, long end)
    {
        var texts = new TextColumn(child, buffer);
        var nulls = new NullMask(child);
        for (var row = _handed; row < end; row++)
        {
            if (_pending[(int)(row - _handed)] is { } part)
            {
                texts.Set(row, part.Start.Value, buffer.WrittenSpan[part]);
            }
            else
            {
                texts.Clear(row);
                nulls.Set(row);
            }
        }

        texts.HandOver(_handed, end);
    }
}
