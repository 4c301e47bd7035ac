using System.Buffers.Binary;
using Apache.Arrow;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect.Rows;

/// <summary>Values of Arrow columns as the port hands them out.</summary>
internal static class ArrowValues
{
    private static readonly Date s_epoch = new(1970, 1, 1);

    public static Func<int, object?> Getter(IArrowArray array, DataType type)
    {
        var value = Value(array, type);
        return row => array.IsNull(row) ? null : value(row);
    }

    private static Func<int, object?> Value(IArrowArray array, DataType type) => (array, type) switch
    {
        (Int8Array numbers, _) => row => numbers.Values[row],
        (Int16Array numbers, _) => row => numbers.Values[row],
        (Int32Array numbers, _) => row => numbers.Values[row],
        (Int64Array numbers, _) => row => numbers.Values[row],
        (FloatArray numbers, _) => row => numbers.Values[row],
        (DoubleArray numbers, _) => row => numbers.Values[row],
        (Decimal128Array numbers, DecimalType number) => row => DecimalValues.Of(BinaryPrimitives.ReadInt128LittleEndian(numbers.ValueBuffer.Span.Slice((numbers.Offset + row) * numbers.ByteWidth, numbers.ByteWidth)), number),
        (BooleanArray flags, _) => row => flags.GetValue(row),
        (Date32Array days, _) => row => Day(days.Values[row]),
        (TimestampArray moments, _) => row => Timestamp.FromUnixMicroseconds(moments.Values[row]),
        (DurationArray lengths, _) => row => TimeSpan.FromTicks(lengths.Values[row] * TimeSpan.TicksPerMicrosecond),
        (StringArray texts, _) => row => texts.GetString(row),
        (LargeStringArray texts, _) => row => texts.GetString(row),
        (BinaryArray bytes, _) => row => bytes.GetBytes(row).ToArray(),
        (LargeBinaryArray bytes, _) => row => bytes.GetBytes(row).ToArray(),
        (MapArray map, MapType entries) => Map(map, entries),
        (ListArray list, ArrayType items) => List(list, items),
        (StructArray members, StructType structure) => Struct(members, structure),
        (NullArray, _) => _ => null,
        _ => throw new AnalysisException($"The server gives a column as Arrow's {array.Data.DataType.Name}, which cannot be read here; cast it to string in the query."),
    };

    private static Date Day(int day) => day == 0 ? s_epoch : new Date(DateTime.UnixEpoch.AddDays(day));

    private static Func<int, object?> List(ListArray list, ArrayType type)
    {
        var element = Getter(list.Values, type.ElementType);
        return row => Enumerable.Range(list.ValueOffsets[row], list.GetValueLength(row)).Select(element).ToArray();
    }

    private static Func<int, object?> Map(MapArray map, MapType type)
    {
        var key = Getter(map.Keys, type.KeyType);
        var value = Getter(map.Values, type.ValueType);
        return row => Enumerable.Range(map.ValueOffsets[row], map.GetValueLength(row)).ToDictionary(entry => key(entry)!, value);
    }

    private static Func<int, object?> Struct(StructArray members, StructType structure)
    {
        var getters = structure.Fields.Select((field, index) => Getter(members.Fields[index], field.DataType)).ToArray();
        return row => new Row([.. getters.Select(getter => getter(row))], structure);
    }
}
