namespace SparkAnalytics.Sql.Embedded.Sources.Text;

/// <summary>A stream and after it some bytes.</summary>
internal sealed class FollowedStream(Stream first, byte[] then) : ForwardStream
{
    private int _position = -1;

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
}
