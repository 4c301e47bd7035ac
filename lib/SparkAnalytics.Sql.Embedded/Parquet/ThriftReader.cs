namespace SparkAnalytics.Sql.Embedded.Parquet;

/// <summary>Reads Thrift's compact protocol.</summary>
internal ref struct ThriftReader(ReadOnlySpan<byte> bytes)
{
    private const int DeepestStruct = 64;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    private int _depth;

    /// <summary>How many bytes were read.</summary>
    public int Position { get; private set; }

    /// <summary>Reads a structure.</summary>
    /// <exception cref="InvalidDataException">The bytes are none.</exception>
    public ThriftStruct Struct()
    {
        if (++_depth > DeepestStruct)
        {
            throw Damaged();
        }

        var read = new ThriftStruct();
        var number = 0;
        for (var head = Byte(); head != 0; head = Byte())
        {
            var type = (ThriftType)(head & 15);
            number = head >> 4 is > 0 and var step ? number + step : checked((int)Zigzag());
            read.Fields[number] = new ThriftField(type, Value(type));
        }

        _depth--;
        return read;
    }

    private object Value(ThriftType type) => type switch
    {
        ThriftType.True => 1L,
        ThriftType.False => 0L,
        ThriftType.Byte => (long)(sbyte)Byte(),
        ThriftType.Short or ThriftType.Int or ThriftType.Long => Zigzag(),
        ThriftType.Double => Take(sizeof(double)),
        ThriftType.Binary => Take(checked((int)Varint())),
        ThriftType.List or ThriftType.Set => List(),
        ThriftType.Struct => Struct(),
        _ => throw Damaged(),
    };

    private ThriftList List()
    {
        var head = Byte();
        var count = head >> 4 is var few && few == 15 ? checked((int)Varint()) : few;
        var type = (ThriftType)(head & 15);
        if (count > _bytes.Length - Position)
        {
            throw Damaged();
        }

        var items = new List<object>(count);
        for (var index = 0; index < count; index++)
        {
            items.Add(type is ThriftType.True or ThriftType.False ? (long)Byte() : Value(type));
        }

        return new ThriftList(type, items);
    }

    private byte[] Take(int length)
    {
        if (length < 0 || length > _bytes.Length - Position)
        {
            throw Damaged();
        }

        Position += length;
        return _bytes.Slice(Position - length, length).ToArray();
    }

    private byte Byte() => Position < _bytes.Length ? _bytes[Position++] : throw Damaged();

    private long Zigzag()
    {
        var value = Varint();
        return (long)(value >> 1) ^ -(long)(value & 1);
    }

    private ulong Varint()
    {
        var value = 0UL;
        for (var shift = 0; shift < 64; shift += 7)
        {
            var next = Byte();
            value |= (ulong)(next & 127) << shift;
            if (next < 128)
            {
                return value;
            }
        }

        throw Damaged();
    }

    private static InvalidDataException Damaged() => new("The metadata of a Parquet file is damaged.");
}
