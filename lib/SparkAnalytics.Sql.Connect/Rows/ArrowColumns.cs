using System.Buffers.Binary;
using System.Collections;
using System.Text;
using Apache.Arrow;
using SparkAnalytics.Sql.Types;
using Arrow = Apache.Arrow.Types;

namespace SparkAnalytics.Sql.Connect.Rows;

/// <summary>The program's own values as Arrow columns, in the types that Spark takes: moments in microseconds, with the zone UTC or none.</summary>
internal static class ArrowColumns
{
    public static IArrowArray Build(DataType type, IReadOnlyList<object?> values) => type switch
    {
        ByteType => Fixed<sbyte>(Arrow.Int8Type.Default, values, 1, (span, value) => span[0] = (byte)value),
        ShortType => Fixed<short>(Arrow.Int16Type.Default, values, 2, BinaryPrimitives.WriteInt16LittleEndian),
        IntegerType => Fixed<int>(Arrow.Int32Type.Default, values, 4, BinaryPrimitives.WriteInt32LittleEndian),
        LongType => Fixed<long>(Arrow.Int64Type.Default, values, 8, BinaryPrimitives.WriteInt64LittleEndian),
        FloatType => Fixed<float>(Arrow.FloatType.Default, values, 4, BinaryPrimitives.WriteSingleLittleEndian),
        DoubleType => Fixed<double>(Arrow.DoubleType.Default, values, 8, BinaryPrimitives.WriteDoubleLittleEndian),
        DateType => Fixed<Date>(Arrow.Date32Type.Default, values, 4, (span, value) => BinaryPrimitives.WriteInt32LittleEndian(span, (value.ToDateTime() - DateTime.UnixEpoch).Days)),
        TimestampType => Fixed<Timestamp>(new Arrow.TimestampType(Arrow.TimeUnit.Microsecond, "UTC"), values, 8, (span, value) => BinaryPrimitives.WriteInt64LittleEndian(span, value.UnixMicroseconds)),
        TimestampNtzType => Fixed<Timestamp>(new Arrow.TimestampType(Arrow.TimeUnit.Microsecond, (string?)null), values, 8, (span, value) => BinaryPrimitives.WriteInt64LittleEndian(span, value.UnixMicroseconds)),
        DayTimeIntervalType => Fixed<TimeSpan>(Arrow.DurationType.Microsecond, values, 8, (span, value) => BinaryPrimitives.WriteInt64LittleEndian(span, value.Ticks / TimeSpan.TicksPerMicrosecond)),
        DecimalType number => Fixed<object>(new Arrow.Decimal128Type(number.Precision, number.Scale), values, 16, (span, value) => BinaryPrimitives.WriteInt128LittleEndian(span, (Int128)DecimalValues.Digits(value, number))),
        BooleanType => Flags(values),
        StringType => Bytes<string>(Arrow.StringType.Default, values, Encoding.UTF8.GetBytes),
        BinaryType => Bytes<byte[]>(Arrow.BinaryType.Default, values, bytes => bytes),
        NullType => new NullArray(values.Count),
        ArrayType array => List(array, values),
        MapType map => Map(map, values),
        StructType structure => Struct(structure, values),
        _ => throw new AnalysisException($"Local rows cannot hold a column of type {type.SimpleString}."),
    };

    private static IArrowArray Fixed<T>(Arrow.IArrowType type, IReadOnlyList<object?> values, int width, Write<T> write)
    {
        var buffer = new byte[values.Count * width];
        for (var row = 0; row < values.Count; row++)
        {
            if (values[row] is { } value)
            {
                write(buffer.AsSpan(row * width, width), Cast<T>(value));
            }
        }

        return Array(type, values, [new ArrowBuffer(buffer)], []);
    }

    private static IArrowArray Flags(IReadOnlyList<object?> values)
    {
        var builder = new BooleanArray.Builder();
        foreach (var value in values)
        {
            _ = value is null ? builder.AppendNull() : builder.Append(Cast<bool>(value));
        }

        return builder.Build();
    }

    private static IArrowArray Bytes<T>(Arrow.IArrowType type, IReadOnlyList<object?> values, Func<T, byte[]> bytes)
    {
        var parts = values.Select(value => value is null ? [] : bytes(Cast<T>(value))).ToList();
        return Array(type, values, [Offsets(parts.ConvertAll(part => part.Length)), new ArrowBuffer(parts.SelectMany(part => part).ToArray())], []);
    }

    private static IArrowArray List(ArrayType type, IReadOnlyList<object?> values)
    {
        var items = values.Select(value => value is null ? [] : Cast<IEnumerable>(value).Cast<object?>().ToList()).ToList();
        var child = Build(type.ElementType, items.SelectMany(list => list).ToList());
        return Array(new Arrow.ListType(new Field("element", child.Data.DataType, type.ContainsNull)), values, [Offsets(items.ConvertAll(list => list.Count))], [child.Data]);
    }

    private static IArrowArray Map(MapType type, IReadOnlyList<object?> values)
    {
        var entries = values.Select(value => value is null ? [] : Cast<IDictionary>(value).Cast<DictionaryEntry>().ToList()).ToList();
        var flat = entries.SelectMany(map => map).ToList();
        var keys = Build(type.KeyType, flat.ConvertAll(entry => (object?)entry.Key));
        var items = Build(type.ValueType, flat.ConvertAll(entry => entry.Value));
        var mapType = new Arrow.MapType(new Field("key", keys.Data.DataType, false), new Field("value", items.Data.DataType, type.ValueContainsNull));
        var pairs = new ArrayData(mapType.KeyValueType, flat.Count, 0, 0, [ArrowBuffer.Empty], [keys.Data, items.Data]);
        return Array(mapType, values, [Offsets(entries.ConvertAll(map => map.Count))], [pairs]);
    }

    private static IArrowArray Struct(StructType type, IReadOnlyList<object?> values)
    {
        var members = type.Fields.Select((field, index) => Build(field.DataType, values.Select(value => value is null ? null : Member(value, index)).ToList())).ToList();
        var fields = type.Fields.Zip(members, (field, member) => new Field(field.Name, member.Data.DataType, true)).ToList();
        return Array(new Arrow.StructType(fields), values, [], members.ConvertAll(member => member.Data));
    }

    private static object? Member(object value, int index) => value switch
    {
        Row row => row[index],
        GenericRow row => row[index],
        IReadOnlyList<object?> members => members[index],
        _ => throw new AnalysisException($"A local row holds a structure as {value.GetType().Name}; give a Row."),
    };

    private static IArrowArray Array(Arrow.IArrowType type, IReadOnlyList<object?> values, ArrowBuffer[] buffers, IEnumerable<ArrayData> children) =>
        ArrowArrayFactory.BuildArray(new ArrayData(type, values.Count, values.Count(value => value is null), 0, [Validity(values), .. buffers], children));

    private static ArrowBuffer Validity(IReadOnlyList<object?> values)
    {
        var bits = new ArrowBuffer.BitmapBuilder(values.Count);
        foreach (var value in values)
        {
            bits.Append(value is not null);
        }

        return bits.Build();
    }

    private static ArrowBuffer Offsets(List<int> lengths)
    {
        var buffer = new byte[(lengths.Count + 1) * sizeof(int)];
        var end = 0;
        for (var index = 0; index < lengths.Count; index++)
        {
            end += lengths[index];
            BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan((index + 1) * sizeof(int)), end);
        }

        return new ArrowBuffer(buffer);
    }

    private static T Cast<T>(object value) => value is T typed
        ? typed
        : throw new AnalysisException($"A local row holds a value of .NET type {value.GetType().Name} where {typeof(T).Name} is wanted.");

    private delegate void Write<in T>(Span<byte> target, T value);
}
