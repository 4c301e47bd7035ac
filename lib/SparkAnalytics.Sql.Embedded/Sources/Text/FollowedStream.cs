namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>A stream and after it some bytes.</summary>
internal sealed class FollowedStream(Stream first, byte[] then) : Stream
{
    private int _position = -1;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(Span<byte> buffer)
    {
        if (_position < 0)
        {
            if (first.Read(buffer) is var read and > 0)
            {
                return read;
            }

            _position = 0;
        }

        var count = Math.Min(then.Length - _position, buffer.Length);
        then.AsSpan(_position, count).CopyTo(buffer);
        _position += count;
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
