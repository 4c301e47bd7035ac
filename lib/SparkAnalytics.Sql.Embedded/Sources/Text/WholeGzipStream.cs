using System.IO.Compression;

namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>Unpacks a gzip file and fails where it ends in the middle, which <see cref="GZipStream"/> takes for its end.</summary>
/// <remarks>A packed mark is read after the file: only if it comes out as the very end was everything before it whole.</remarks>
internal sealed class WholeGzipStream(Stream packed) : ForwardStream
{
    private static readonly byte[] s_mark = "the end of a gzip file, 8b1f25d4e0c7"u8.ToArray();
    private static readonly byte[] s_packedMark = Pack(s_mark);

    private readonly GZipStream _unpacked = new(new FollowedStream(packed, s_packedMark), CompressionMode.Decompress);
    private readonly byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _isAtEnd;

    /// <exception cref="InvalidDataException">The file is no gzip file, is damaged, or ends in the middle.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!_isAtEnd && _end - _start <= s_mark.Length)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
            var read = _unpacked.Read(_buffer.AsSpan(_end));
            _end += read;
            _isAtEnd = read == 0;
        }

        var ready = _end - _start - s_mark.Length;
        if (ready <= 0)
        {
            return _buffer.AsSpan(_start.._end).SequenceEqual(s_mark) ? 0 : throw new InvalidDataException("It ends in the middle.");
        }

        var count = Math.Min(ready, buffer.Length);
        _buffer.AsSpan(_start, count).CopyTo(buffer);
        _start += count;
        return count;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
