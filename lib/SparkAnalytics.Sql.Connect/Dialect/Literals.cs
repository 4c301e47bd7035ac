using System.Collections;
using System.Data.SqlTypes;
using Google.Protobuf;
using SparkAnalytics.Sql.Connect.Rows;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>Constants in the protocol's form.</summary>
internal static class Literals
{
    public static Proto.Expression Of(object? value, DataType type) => new() { Literal = Literal(value, type) };

    private static Proto.Expression.Types.Literal Literal(object? value, DataType type) => (value, type) switch
    {
        (null, _) => new() { Null = WireTypes.Of(type) },
        (bool flag, _) => new() { Boolean = flag },
        (sbyte number, _) => new() { Byte = number },
        (short number, _) => new() { Short = number },
        (int number, _) => new() { Integer = number },
        (long number, _) => new() { Long = number },
        (float number, _) => new() { Float = number },
        (double number, _) => new() { Double = number },
        (decimal or SqlDecimal, DecimalType declared) => new() { Decimal = new() { Value = DecimalValues.Text(value, declared.Scale), Precision = declared.Precision, Scale = declared.Scale } },
        (string text, _) => new() { String = text },
        (byte[] bytes, _) => new() { Binary = ByteString.CopyFrom(bytes) },
        (Date date, _) => new() { Date = (date.ToDateTime() - DateTime.UnixEpoch).Days },
        (Timestamp moment, TimestampNtzType) => new() { TimestampNtz = moment.UnixMicroseconds },
        (Timestamp moment, _) => new() { Timestamp = moment.UnixMicroseconds },
        (TimeSpan length, _) => new() { DayTimeInterval = length.Ticks / TimeSpan.TicksPerMicrosecond },
        (IEnumerable items, ArrayType array) => Array(items, array),
        _ => throw new AnalysisException($"A constant of .NET type {value.GetType().Name} cannot be sent to a Spark server as {type.SimpleString}."),
    };

    private static Proto.Expression.Types.Literal Array(IEnumerable items, ArrayType type)
    {
        var array = new Proto.Expression.Types.Literal.Types.Array { ElementType = WireTypes.Of(type.ElementType) };
        array.Elements.AddRange(items.Cast<object?>().Select(item => Literal(item, type.ElementType)));
        return new() { Array = array };
    }
}
