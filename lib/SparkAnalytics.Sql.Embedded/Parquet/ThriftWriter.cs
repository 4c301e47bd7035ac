using System.Buffers;

namespace SparkAnalytics.Sql.Embedded.Parquet;

/// <summary>Writes Thrift's compact protocol.</summary>
internal sealed class ThriftWriter
{
    private readonly ArrayBufferWriter<byte> _output = new();

    /// <summary>What was written.</summary>
    public ReadOnlySpan<byte> Written => _output.WrittenSpan;

    /// <summary>Writes a structure.</summary>
    public void Struct(ThriftStruct structure)
    {
        var last = 0;
        foreach (var (number, field) in structure.Fields)
        {
            var type = field.Type is ThriftType.True or ThriftType.False ? (field.Value is 1L ? ThriftType.True : ThriftType.False) : field.Type;
            var step = number - last;
            if (step is > 0 and < 16)
            {
                Byte((byte)((step << 4) | (int)type));
            }
            else
            {
                Byte((byte)type);
                Zigzag(number);
            }

            last = number;
            Value(type, field.Value);
        }

        Byte(0);
    }

    private void Value(ThriftType type, object value)
    {
        switch (type)
        {
            case ThriftType.True or ThriftType.False:
                break;
            case ThriftType.Byte:
                Byte(unchecked((byte)(long)value));
                break;
            case ThriftType.Short or ThriftType.Int or ThriftType.Long:
                Zigzag((long)value);
                break;
            case ThriftType.Double:
                _output.Write((byte[])value);
                break;
            case ThriftType.Binary:
                Varint((ulong)((byte[])value).Length);
                _output.Write((byte[])value);
                break;
            case ThriftType.List or ThriftType.Set:
                List((ThriftList)value);
                break;
            default:
                Struct((ThriftStruct)value);
                break;
        }
    }

    private void List(ThriftList list)
    {
        if (list.Items.Count < 15)
        {
            Byte((byte)((list.Items.Count << 4) | (int)list.ElementType));
        }
        else
        {
            Byte((byte)(0xF0 | (int)list.ElementType));
            Varint((ulong)list.Items.Count);
        }

        foreach (var item in list.Items)
        {
            if (list.ElementType is ThriftType.True or ThriftType.False)
            {
                Byte((byte)(long)item);
            }
            else
            {
                Value(list.ElementType, item);
            }
        }
    }

    private void Byte(byte value) => _output.Write([value]);

    private void Zigzag(long value) => Varint((ulong)((value << 1) ^ (value >> 63)));

    private void Varint(ulong value)
    {
        while (value > 127)
        {
            Byte((byte)(value | 128));
            value >>= 7;
        }

        Byte((byte)value);
    }
}
