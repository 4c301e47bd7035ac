using System.Numerics;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Behaviour.Delta.RandomTables;

/// <summary>Values of a type, with its borders and what is easily taken for something else.</summary>
internal static class RandomValues
{
    private const int OneInSoManyIsMissing = 6;

    private static readonly string[] s_texts =
    [
        "", "NULL", "null", "__HIVE_DEFAULT_PARTITION__", "a", "b", "%", "%41", "a/b", "..", "x\ny", "\t", "ü😈", "p=1", "[x]*?", "'\"\\", " lead", "1.0", "true", "2024-01-01", new('l', 150), "\u0001", "a:b#c+d", "{}", "a\0b",
    ];

    private static readonly double[] s_doubles = [0, 1.5, -1, double.MaxValue, double.Epsilon, double.PositiveInfinity, double.NegativeInfinity, double.NaN, 1e100, 0.1];

    private static readonly float[] s_floats = [0, 1.5f, -1, float.MaxValue, float.Epsilon, float.PositiveInfinity, float.NegativeInfinity, float.NaN, 0.1f];

    private static readonly long s_firstMoment = new Timestamp(1, 1, 1, 0, 0, 0, 0).UnixMicroseconds;

    private static readonly long s_lastMoment = new Timestamp(9999, 12, 31, 23, 59, 59, 999_999).UnixMicroseconds;

    /// <summary>A value, or null for a missing one.</summary>
    public static object? Next(Random random, DataType type) => random.Next(OneInSoManyIsMissing) == 0 ? null : Present(random, type);

    private static object Present(Random random, DataType type) => type switch
    {
        BooleanType => random.Next(2) == 0,
        ByteType => OneOf(random, sbyte.MinValue, sbyte.MaxValue, (sbyte)0, (sbyte)random.Next(-5, 5)),
        ShortType => OneOf(random, short.MinValue, short.MaxValue, (short)0, (short)random.Next(-5, 5)),
        IntegerType => OneOf(random, int.MinValue, int.MaxValue, 0, random.Next(-5, 5)),
        LongType => OneOf(random, long.MinValue, long.MaxValue, 0L, random.NextInt64()),
        FloatType => OneOf(random, s_floats),
        DoubleType => OneOf(random, s_doubles),
        DecimalType number => DecimalValues.Of(Digits(random, number.Precision), number),
        StringType => OneOf(random, s_texts),
        BinaryType => OneOf<byte[]>(random, [], [0], [255, 254], "text"u8.ToArray()),
        DateType => OneOf(random, new Date(1, 1, 1), new Date(9999, 12, 31), new Date(1582, 10, 14), new Date(1970, 1, 1), new Date(DateTime.MinValue.AddDays(random.Next(3_652_058)))),
        TimestampType or TimestampNtzType => OneOf(random, Timestamp.FromUnixMicroseconds(s_firstMoment), Timestamp.FromUnixMicroseconds(s_lastMoment), Timestamp.FromUnixMicroseconds(random.NextInt64(s_firstMoment, s_lastMoment)), Timestamp.FromUnixMicroseconds(-1)),
        ArrayType array => Enumerable.Range(0, random.Next(4)).Select(_ => Next(random, array.ElementType)).ToArray(),
        MapType map => Enumerable.Range(0, random.Next(3)).Select(_ => Present(random, map.KeyType)).Distinct().ToDictionary(key => key, _ => Next(random, map.ValueType)),
        StructType structure => new Row([.. structure.Fields.Select(field => Next(random, field.DataType))], structure),
        _ => throw new ArgumentException($"There are no values of {type.SimpleString}."),
    };

    /// <summary>Few or all digits of a decimal.</summary>
    private static BigInteger Digits(Random random, int precision)
    {
        var text = string.Concat(Enumerable.Range(0, random.Next(3) == 0 ? precision : random.Next(1, precision + 1)).Select(_ => random.Next(4) == 0 ? random.Next(10) : 9));
        return BigInteger.Parse(text, System.Globalization.CultureInfo.InvariantCulture) * (random.Next(2) == 0 ? 1 : -1);
    }

    private static T OneOf<T>(Random random, params ReadOnlySpan<T> values) => values[random.Next(values.Length)];
}
