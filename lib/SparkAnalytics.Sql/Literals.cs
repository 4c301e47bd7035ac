using System.Collections;
using System.Data.SqlTypes;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <summary>Makes expressions of .NET values.</summary>
internal static class Literals
{
    /// <summary>A column's expression as it stands, anything else as a constant.</summary>
    public static Expression Of(object? value) => value switch
    {
        Column column => column.Expression,
        null => new Literal(null, new NullType()),
        bool => new Literal(value, new BooleanType()),
        sbyte => new Literal(value, new ByteType()),
        byte number => new Literal((short)number, new ShortType()),
        short => new Literal(value, new ShortType()),
        ushort number => new Literal((int)number, new IntegerType()),
        int => new Literal(value, new IntegerType()),
        uint number => new Literal((long)number, new LongType()),
        long => new Literal(value, new LongType()),
        float => new Literal(value, new FloatType()),
        double => new Literal(value, new DoubleType()),
        decimal => new Literal(value, DecimalValues.TypeOf(value)),
        SqlDecimal { IsNull: true } => new Literal(null, new NullType()),
        SqlDecimal => new Literal(value, DecimalValues.TypeOf(value)),
        string => new Literal(value, new StringType()),
        char character => new Literal(character.ToString(), new StringType()),
        byte[] => new Literal(value, new BinaryType()),
        Date => new Literal(value, new DateType()),
        DateOnly date => new Literal(new Date(date.Year, date.Month, date.Day), new DateType()),
        Timestamp => new Literal(value, new TimestampType()),
        DateTimeOffset time => new Literal(new Timestamp(time.UtcDateTime), new TimestampType()),
        DateTime time => new Literal(new Timestamp(time), new TimestampType()),
        TimeSpan => new Literal(value, new DayTimeIntervalType()),
        IDictionary map => new FunctionCall("map", [.. map.Keys.Cast<object>().SelectMany(key => new[] { Of(key), Of(map[key]) })]),
        IEnumerable items => new FunctionCall("array", [.. items.Cast<object?>().Select(Of)]),
        _ => throw new AnalysisException($"A value of the .NET type {value.GetType()} cannot stand in a plan; give a number, text, date, time or a list of these."),
    };
}
