using System.Collections.Concurrent;

namespace SparkAnalytics.Sql.Embedded.Native.Gathering;

/// <summary>
/// The rows that a statement leaves out, gathered on the way by several threads: each packed into one text, by its place, so that a row that comes twice is there once. They lie in memory,
/// so there is an end to them.
/// </summary>
internal sealed class GatheredRows : IDisposable
{
    /// <summary>Of more bytes none is kept.</summary>
    public const long MostBytes = 32 << 20;

    /// <summary>What a row takes besides its bytes.</summary>
    private const int BytesOfRow = 100;

    private static readonly ConcurrentDictionary<long, GatheredRows> s_open = new();

    private static long s_lastId;

    private readonly Lock _lock = new();
    private readonly Dictionary<long, byte[]> _rows = [];
    private long _bytes;
    private byte[][]? _sorted;

    public GatheredRows()
    {
        Id = Interlocked.Increment(ref s_lastId);
        s_open[Id] = this;
    }

    /// <summary>The number by which a statement names them.</summary>
    public long Id { get; }

    /// <summary>Whether there were too many, so that they are not all here.</summary>
    public bool AreTooMany { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count => _rows.Count;

    /// <exception cref="InvalidOperationException">There are none of that number, or they were disposed.</exception>
    public static GatheredRows Find(long id) => s_open.TryGetValue(id, out var rows) ? rows : throw new InvalidOperationException($"There are no gathered rows {id}.");

    /// <summary>Adds a row.</summary>
    public void Add(long place, ReadOnlySpan<byte> packed)
    {
        lock (_lock)
        {
            _bytes += packed.Length + BytesOfRow;
            AreTooMany |= _bytes > MostBytes;
            if (AreTooMany)
            {
                _rows.Clear();
                return;
            }

            _rows[place] = packed.ToArray();
        }
    }

    /// <summary>A row by its number in the order of the places, from 0, once all are there.</summary>
    public ReadOnlySpan<byte> this[long number] => (_sorted ?? Sort())[number];

    public void Dispose() => s_open.TryRemove(Id, out _);

    private byte[][] Sort()
    {
        lock (_lock)
        {
            return _sorted ??= [.. _rows.OrderBy(row => row.Key).Select(row => row.Value)];
        }
    }
}
