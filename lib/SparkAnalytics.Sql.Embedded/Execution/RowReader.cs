using System.Collections;
using DuckDB.NET.Data;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Execution;

/// <summary>Rows of DuckDB as rows of the port. Moments and intervals travel as microseconds, which .NET and DuckDB read alike, and decimals that System.Decimal cannot hold as text.</summary>
internal sealed class RowReader(StructType schema)
{
    private const string Key = "k";

    private const string Item = "v";

    private readonly Func<DuckDBDataReader, int, object?>[] _getters = [.. schema.Fields.Select(field => Getter(field.DataType))];

    /// <summary>A column as it travels.</summary>
    public static string Wire(string sql, DataType type) => type is ArrayType { ElementType: var element } && IsPlain(element)
        ? IsSpecial(element) ? $"list_transform({sql}, lambda item: {Inner("item", element)})" : sql
        : Inner(sql, type);

    public Row Read(DuckDBDataReader reader)
    {
        var values = new object?[_getters.Length];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = reader.IsDBNull(index) ? null : _getters[index](reader, index);
        }

        return new Row(values, schema);
    }

    /// <summary>The driver reads members of structs that are NULL, and neither elements of inner lists nor values of maps; so these travel as structs.</summary>
    private static string Inner(string sql, DataType type) => type switch
    {
        TimestampType or TimestampNtzType => $"epoch_us({sql})",
        DayTimeIntervalType => $"CAST(spark_interval_micros({sql}) AS BIGINT)",
        DecimalType number when DecimalValues.IsWide(number) => $"CAST({sql} AS VARCHAR)",
        ArrayType array when IsSpecial(array) => $"list_transform({sql}, lambda item: {(IsPlain(array.ElementType) ? $"struct_pack({Item} := {Inner("item", array.ElementType)})" : Inner("item", array.ElementType))})",
        StructType structure when IsSpecial(structure) => $"(CASE WHEN {sql} IS NOT NULL THEN struct_pack({string.Join(", ", structure.Fields.Select(field => $"{SqlText.Name(field.Name)} := {Inner($"{sql}[{SqlText.Text(field.Name)}]", field.DataType)}"))}) END)",
        MapType map => $"list_transform(map_entries({sql}), lambda item: struct_pack({Key} := {Inner("item.key", map.KeyType)}, {Item} := {Inner("item.value", map.ValueType)}))",
        _ => sql,
    };

    private static bool IsSpecial(DataType type) => type switch
    {
        TimestampType or TimestampNtzType or DayTimeIntervalType or MapType => true,
        DecimalType number => DecimalValues.IsWide(number),
        ArrayType array => IsPlain(array.ElementType) || IsSpecial(array.ElementType),
        StructType structure => structure.Fields.Exists(field => IsSpecial(field.DataType)),
        _ => false,
    };

    private static bool IsPlain(DataType type) => type is not (ArrayType or MapType or StructType);

    private static Func<DuckDBDataReader, int, object?> Getter(DataType type) => type switch
    {
        StringType => (reader, index) => reader.GetString(index),
        DecimalType number when DecimalValues.IsWide(number) => (reader, index) => DecimalValues.Parse(reader.GetString(index), number),
        LongType => (reader, index) => reader.GetInt64(index),
        IntegerType => (reader, index) => reader.GetInt32(index),
        TimestampType or TimestampNtzType => (reader, index) => Timestamp.FromUnixMicroseconds(reader.GetInt64(index)),
        DayTimeIntervalType => (reader, index) => TimeSpan.FromTicks(reader.GetInt64(index) * TimeSpan.TicksPerMicrosecond),
        ArrayType array => (reader, index) => Convert(ListOf(reader, index, array.ElementType), type),
        _ => (reader, index) => Convert(reader.GetValue(index), type),
    };

    /// <summary>Lists of plain values are read as nullable ones, since the generic reader refuses NULL elements.</summary>
    private static object ListOf(DuckDBDataReader reader, int index, DataType element) => element switch
    {
        BooleanType => reader.GetFieldValue<List<bool?>>(index),
        ByteType => reader.GetFieldValue<List<sbyte?>>(index),
        ShortType => reader.GetFieldValue<List<short?>>(index),
        IntegerType or NullType => reader.GetFieldValue<List<int?>>(index),
        LongType or TimestampType or TimestampNtzType or DayTimeIntervalType => reader.GetFieldValue<List<long?>>(index),
        FloatType => reader.GetFieldValue<List<float?>>(index),
        DoubleType => reader.GetFieldValue<List<double?>>(index),
        DecimalType number when DecimalValues.IsWide(number) => reader.GetFieldValue<List<string?>>(index),
        DecimalType => reader.GetFieldValue<List<decimal?>>(index),
        DateType => reader.GetFieldValue<List<DateOnly?>>(index),
        StringType => reader.GetFieldValue<List<string?>>(index),
        _ => reader.GetValue(index),
    };

    private static object? Convert(object? value, DataType type) => (value, type) switch
    {
        (null or DBNull, _) => null,
        (long micros, TimestampType or TimestampNtzType) => Timestamp.FromUnixMicroseconds(micros),
        (long micros, DayTimeIntervalType) => TimeSpan.FromTicks(micros * TimeSpan.TicksPerMicrosecond),
        (DateOnly date, DateType) => new Date(date.Year, date.Month, date.Day),
        (DateTime moment, DateType) => new Date(moment),
        (Stream stream, BinaryType) => Bytes(stream),
        (decimal number, DecimalType declared) => number + new decimal(0, 0, 0, false, (byte)declared.Scale),
        (string digits, DecimalType declared) => DecimalValues.Parse(digits, declared),
        (IDictionary members, StructType structure) => new Row([.. structure.Fields.Select(field => Convert(members[field.Name], field.DataType))], structure),
        (IDictionary wrapped, not MapType) => Convert(wrapped[Item], type),
        (IEnumerable entries, MapType map) => Entries(entries, map),
        (IEnumerable items, ArrayType array) => items.Cast<object?>().Select(item => Convert(item, array.ElementType)).ToArray(),
        _ => value,
    };

    private static Dictionary<object, object?> Entries(IEnumerable entries, MapType map) => entries.Cast<IDictionary>()
        .ToDictionary(entry => Convert(entry[Key], map.KeyType)!, entry => Convert(entry[Item], map.ValueType));

    private static byte[] Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        stream.Dispose();
        return copy.ToArray();
    }
}
