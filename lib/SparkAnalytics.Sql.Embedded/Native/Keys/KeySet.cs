using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace SparkAnalytics.Sql.Embedded.Native.Keys;

/// <summary>
/// The keys that a statement met so far, each of 128 bits and so 16 bytes here, for several threads. A text of 32 digits in lower hex, as an md5 is written, is such a key exactly;
/// any other cannot be held.
/// </summary>
internal sealed class KeySet : IDisposable
{
    private const int Parts = 64;

    private const int TextLength = 32;

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

    /// <summary>Adds a key.</summary>
    /// <param name="text">The key.</param>
    /// <returns>Whether it came for the first time; true for one that cannot be held.</returns>
    public bool Add(ReadOnlySpan<byte> text)
    {
        Span<byte> bytes = stackalloc byte[TextLength / 2];
        if (text.Length != TextLength || text.ContainsAnyInRange((byte)'A', (byte)'F') || Convert.FromHexString(text, bytes, out _, out _) != System.Buffers.OperationStatus.Done)
        {
            _hasOthers = true;
            return true;
        }

        var (high, low) = (MemoryMarshal.Read<ulong>(bytes), MemoryMarshal.Read<ulong>(bytes[8..]));
        var part = _parts[(int)(high % Parts)];
        lock (part)
        {
            return part.Add(high, low);
        }
    }

    public void Dispose()
    {
        s_open.TryRemove(Id, out _);
        foreach (var part in _parts)
        {
            part.Dispose();
        }
    }
}
