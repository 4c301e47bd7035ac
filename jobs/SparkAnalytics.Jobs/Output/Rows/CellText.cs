using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Printing;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Jobs.Output.Rows;

/// <summary>Values as text. NULL is not handled here: each format shows it in its own way.</summary>
internal static class CellText
{
    /// <summary>The exact form, for programs: instants by ISO 8601 with six digits, nested values as JSON.</summary>
    public static string Exact(object value, DataType type) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        Timestamp moment => moment.ToDateTime().ToString(type is TimestampNtzType ? "yyyy-MM-dd'T'HH:mm:ss.ffffff" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture),
        TimeSpan length => XmlConvert.ToString(length),
        byte[] bytes => Convert.ToBase64String(bytes),
        Row or object?[] or System.Collections.IDictionary => Nested(value, type),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    /// <summary>The form for people: instants without zeros at their end, and control characters escaped: raw events may hold escape sequences.</summary>
    public static string Readable(object value, DataType type) => value is Timestamp moment
        ? moment.ToDateTime().ToString(type is TimestampNtzType ? "yyyy-MM-dd HH:mm:ss.FFFFFF" : "yyyy-MM-dd HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture)
        : VisibleText.Of(Exact(value, type));

    /// <summary>Whether values of a type are lined up at the right.</summary>
    public static bool IsNumber(DataType type) => type is ByteType or ShortType or IntegerType or LongType or FloatType or DoubleType or DecimalType;

    private static string Nested(object value, DataType type)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, RowJson.Form))
        {
            RowJson.WriteValue(json, value, type);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
