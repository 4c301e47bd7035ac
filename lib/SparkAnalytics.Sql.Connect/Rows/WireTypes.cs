using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Rows;

/// <summary>Data types in the protocol's form and back.</summary>
internal static class WireTypes
{
    private const int Day = 0;
    private const int Second = 3;

    public static Proto.DataType Of(DataType type) => type switch
    {
        ByteType => new() { Byte = new() },
        ShortType => new() { Short = new() },
        IntegerType => new() { Integer = new() },
        LongType => new() { Long = new() },
        FloatType => new() { Float = new() },
        DoubleType => new() { Double = new() },
        DecimalType number => new() { Decimal = new() { Precision = number.Precision, Scale = number.Scale } },
        StringType => new() { String = new() { Collation = "UTF8_BINARY" } },
        BinaryType => new() { Binary = new() },
        BooleanType => new() { Boolean = new() },
        DateType => new() { Date = new() },
        TimestampType => new() { Timestamp = new() },
        TimestampNtzType => new() { TimestampNtz = new() },
        DayTimeIntervalType => new() { DayTimeInterval = new() { StartField = Day, EndField = Second } },
        NullType => new() { Null = new() },
        ArrayType array => new() { Array = new() { ElementType = Of(array.ElementType), ContainsNull = array.ContainsNull } },
        MapType map => new() { Map = new() { KeyType = Of(map.KeyType), ValueType = Of(map.ValueType), ValueContainsNull = map.ValueContainsNull } },
        StructType structure => new() { Struct = Struct(structure) },
        _ => throw new AnalysisException($"The type {type.SimpleString} cannot be sent to a Spark server."),
    };

    /// <exception cref="AnalysisException">The type has no counterpart here.</exception>
    public static DataType From(Proto.DataType type) => type.KindCase switch
    {
        Proto.DataType.KindOneofCase.Byte => new ByteType(),
        Proto.DataType.KindOneofCase.Short => new ShortType(),
        Proto.DataType.KindOneofCase.Integer => new IntegerType(),
        Proto.DataType.KindOneofCase.Long => new LongType(),
        Proto.DataType.KindOneofCase.Float => new FloatType(),
        Proto.DataType.KindOneofCase.Double => new DoubleType(),
        Proto.DataType.KindOneofCase.Decimal => new DecimalType(type.Decimal.Precision, type.Decimal.Scale),
        Proto.DataType.KindOneofCase.String or Proto.DataType.KindOneofCase.Char or Proto.DataType.KindOneofCase.VarChar => new StringType(),
        Proto.DataType.KindOneofCase.Binary => new BinaryType(),
        Proto.DataType.KindOneofCase.Boolean => new BooleanType(),
        Proto.DataType.KindOneofCase.Date => new DateType(),
        Proto.DataType.KindOneofCase.Timestamp => new TimestampType(),
        Proto.DataType.KindOneofCase.TimestampNtz => new TimestampNtzType(),
        Proto.DataType.KindOneofCase.DayTimeInterval => new DayTimeIntervalType(),
        Proto.DataType.KindOneofCase.Null => new NullType(),
        Proto.DataType.KindOneofCase.Array => new ArrayType(From(type.Array.ElementType), type.Array.ContainsNull),
        Proto.DataType.KindOneofCase.Map => new MapType(From(type.Map.KeyType), From(type.Map.ValueType), type.Map.ValueContainsNull),
        Proto.DataType.KindOneofCase.Struct => FromStruct(type),
        _ => throw new AnalysisException($"The server gives a column of type {type.KindCase}, which cannot be read here; cast it to string in the query."),
    };

    /// <summary>The columns of a result.</summary>
    public static StructType FromStruct(Proto.DataType type) =>
        new(type.Struct.Fields.Select(field => new StructField(field.Name, From(field.DataType), field.Nullable)));

    private static Proto.DataType.Types.Struct Struct(StructType structure)
    {
        var result = new Proto.DataType.Types.Struct();
        result.Fields.AddRange(structure.Fields.Select(field => new Proto.DataType.Types.StructField { Name = field.Name, DataType = Of(field.DataType), Nullable = field.IsNullable }));
        return result;
    }
}
