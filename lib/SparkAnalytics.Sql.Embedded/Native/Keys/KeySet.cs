using System.Collections.Concurrent;

namespace SparkAnalytics.Sql.Embedded.Native.Keys;

/// <summary>
/// The keys that a statement met so far, each of 128 bits and so 16 bytes here, for several threads. A text of 32 digits in lower hex, as an md5 is written, is such a key exactly;
/// any other cannot be held.
/// </summary>
internal sealed class KeySet : IDisposable
{
    private const int Parts = 64;

    private static readonly ConcurrentDictionary<long, KeySet> s_open = new();

    private static long s_lastId;

    private readonly KeyTable[] _parts = [.. Enumerable.Range(0, Parts).Select(_ => new KeyTable())];

    private volatile bool _hasOthers;

    public KeySet()
    {
        Id = Interlocked.Increment(ref s_lastId);
        s_open[Id] = this;
    }

    /// <summary>The number by which a statement names it.</summary>
    public long Id { get; }

    /// <summary>How many different keys it holds, and how many came again.</summary>
    public (long Different, long Again) Counts => (_parts.Sum(part => part.Count), _parts.Sum(part => part.Again));

    /// <summary>Whether a key came that it cannot hold.</summary>
    public bool HasOthers => _hasOthers;

    /// <exception cref="InvalidOperationException">There is none of that number, or it was disposed.</exception>
    public static KeySet Find(long id) => s_open.TryGetValue(id, out var set) ? set : throw new InvalidOperationException($"There is no set of keys {id}.");

    /// <summary>Adds keys.</summary>
    /// <param name="high">The upper halves.</param>
    /// <param name="low">The lower halves.</param>
    /// <param name="isFirst">Becomes 1 for each that came for the first time, 0 for the others.</param>
    public void Add(ReadOnlySpan<ulong> high, ReadOnlySpan<ulong> low, Span<byte> isFirst)
    {
        // Those of one table one after the other, so that each table is locked once.
        Span<int> ends = stackalloc int[Parts + 1];
        var order = new int[high.Length];
        ends.Clear();
        foreach (var key in high)
        {
            ends[(int)(key % Parts) + 1]++;
        }

        for (var part = 1; part <= Parts; part++)
        {
            ends[part] += ends[part - 1];
        }

        for (var index = high.Length - 1; index >= 0; index--)
        {
            order[--ends[(int)(high[index] % Parts) + 1]] = index;
        }

        for (var part = 0; part < Parts; part++)
        {
            var begin = ends[part + 1];
            var end = part + 2 <= Parts ? ends[part + 2] : high.Length;
            if (begin < end)
            {
                var table = _parts[part];
                lock (table)
                {
                    table.Add(high, low, order.AsSpan(begin, end - begin), isFirst);
                }
            }
        }
    }

    /// <summary>Notes that a key came which cannot be held.</summary>
    public void NoteOther() => _hasOthers = true;

    public void Dispose()
    {
        s_open.TryRemove(Id, out _);
        foreach (var part in _parts)
        {
            part.Dispose();
        }
    }
}
