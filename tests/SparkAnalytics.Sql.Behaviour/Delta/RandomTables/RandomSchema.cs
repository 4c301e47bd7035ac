using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Behaviour.Delta.RandomTables;

/// <summary>Columns of all types, nested ones among them, under names that are easily misread. The first is a number that tells rows apart.</summary>
internal static class RandomSchema
{
    /// <summary>The column of numbers.</summary>
    public const string Id = "id";

    /// <summary>What Delta allows without column mapping, which is all but <c> ,;{}()=</c>, tab and line break.</summary>
    private static readonly string[] s_names = ["ü", "a.b", "a-b", "select", "\"q\"", "a'b", "`tick`", "%41", "NULL", "#x", "a/b", "a:b", "UPPER", "x[0]", "😈", "$1", "_h", "filename", "file_row_number", "clause", "row", "p%2Fq"];

    private static readonly DataType[] s_plain =
    [
        new BooleanType(), new ByteType(), new ShortType(), new IntegerType(), new LongType(), new FloatType(), new DoubleType(), new StringType(), new BinaryType(), new DateType(), new TimestampType(),
        new TimestampNtzType(), new DecimalType(5, 2), new DecimalType(18, 0), new DecimalType(28, 10), new DecimalType(29, 5), new DecimalType(38, 0), new DecimalType(38, 38),
    ];

    public static StructType Next(Random random) => new([new StructField(Id, new LongType()), .. Fields(random, random.Next(1, 6), depth: 2)]);

    /// <summary>Columns by which a table may be partitioned, some or none. Bytes that are no text are not the same in the log again, on Spark neither.</summary>
    public static IReadOnlyList<string> Partitions(Random random, StructType schema)
    {
        var possible = schema.Fields.Skip(1).Where(field => field.DataType is not (ArrayType or MapType or StructType or BinaryType)).Select(field => field.Name).ToArray();
        random.Shuffle(possible);
        return random.Next(2) == 0 ? [] : possible[..Math.Min(possible.Length, random.Next(1, 3))];
    }

    private static IEnumerable<StructField> Fields(Random random, int count, int depth)
    {
        var names = s_names.ToArray();
        random.Shuffle(names);
        return names.Take(count).Select(name => new StructField(name, Type(random, depth)));
    }

    private static DataType Type(Random random, int depth) => depth == 0 ? Plain(random) : random.Next(7) switch
    {
        0 => new ArrayType(Type(random, depth - 1)),
        1 => new MapType(random.Next(2) == 0 ? new StringType() : new IntegerType(), Type(random, depth - 1)),
        2 => new StructType(Fields(random, random.Next(1, 4), depth - 1)),
        _ => Plain(random),
    };

    private static DataType Plain(Random random) => s_plain[random.Next(s_plain.Length)];
}
