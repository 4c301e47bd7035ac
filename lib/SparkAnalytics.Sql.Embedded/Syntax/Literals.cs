using System.Data.SqlTypes;
using System.Globalization;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Syntax;

/// <summary>Constants in SQL.</summary>
internal static class Literals
{
    public static string Sql(Literal literal) => Sql(literal.Value, literal.DataType);

    public static string Sql(object? value, DataType type) => (value, type) switch
    {
        (null, NullType) => "NULL",
        (null, _) => $"CAST(NULL AS {SqlTypes.Name(type)})",
        (string text, StringType) => SqlText.Text(text),
        (bool flag, _) => flag ? "TRUE" : "FALSE",
        (int number, IntegerType) when number >= 0 => number.ToString(CultureInfo.InvariantCulture),
        (double number, _) => Floating(number.ToString("R", CultureInfo.InvariantCulture), type),
        (float number, _) => Floating(number.ToString("R", CultureInfo.InvariantCulture), type),
        (Date date, _) => $"DATE '{date}'",
        (Timestamp instant, TimestampNtzType) => $"TIMESTAMP '{instant.ToString().TrimEnd('Z')}'",
        (Timestamp instant, _) => $"TIMESTAMPTZ '{instant.ToString().TrimEnd('Z')}+00'",
        (TimeSpan length, _) => $"to_microseconds({SqlText.Number(length.Ticks / TimeSpan.TicksPerMicrosecond)})",
        (byte[] bytes, _) => bytes.Length == 0 ? "''::BLOB" : $"from_hex('{Convert.ToHexString(bytes)}')",
        (IEnumerable<object?> items, ArrayType array) => $"CAST([{string.Join(", ", items.Select(item => Sql(item, array.ElementType)))}] AS {SqlTypes.Name(type)})",
        (Row row, StructType structure) => Structure(row, structure),
        (System.Collections.IDictionary map, MapType mapType) => Map(map, mapType),
        (SqlDecimal number, DecimalType exact) => $"CAST('{DecimalValues.Text(number, exact.Scale)}' AS {SqlTypes.Name(type)})",
        (IFormattable number, _) => $"CAST({Quoted(number.ToString(null, CultureInfo.InvariantCulture))} AS {SqlTypes.Name(type)})",
        _ => throw new AnalysisException($"A constant of .NET type {value!.GetType().Name} cannot be of type {type.SimpleString}."),
    };

    private static string Quoted(string number) => number.StartsWith('-') ? $"'{number}'" : number;

    private static string Floating(string number, DataType type) => $"CAST('{number}' AS {SqlTypes.Name(type)})";

    private static string Structure(Row row, StructType structure)
    {
        var members = structure.Fields.Select((field, index) => $"{SqlText.Name(field.Name)} := {Sql(row[index], field.DataType)}");
        return $"struct_pack({string.Join(", ", members)})";
    }

    private static string Map(System.Collections.IDictionary map, MapType type)
    {
        var keys = map.Keys.Cast<object?>().Select(key => Sql(key, type.KeyType));
        var values = map.Values.Cast<object?>().Select(value => Sql(value, type.ValueType));
        return $"CAST(map([{string.Join(", ", keys)}], [{string.Join(", ", values)}]) AS {SqlTypes.Name(type)})";
    }
}
