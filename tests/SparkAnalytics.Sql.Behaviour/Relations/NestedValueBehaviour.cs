using System.Collections;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.Relations;

/// <summary>Lists, maps and structs in rows that are collected: missing values at any depth, of any type.</summary>
public abstract class NestedValueBehaviour(EngineFixture engine) : EngineBehaviour(engine)
{
    /// <summary>A value of each type as text, and the .NET value.</summary>
    public static TheoryData<string, string, object> Values => new()
    {
        { "boolean", "true", true },
        { "tinyint", "1", (sbyte)1 },
        { "smallint", "2", (short)2 },
        { "int", "3", 3 },
        { "bigint", "4", 4L },
        { "float", "1.5", 1.5f },
        { "double", "2.5", 2.5 },
        { "decimal(10,2)", "3.25", 3.25m },
        { "decimal(38,2)", "100000000000000000000000000000000000.25", System.Data.SqlTypes.SqlDecimal.Parse("100000000000000000000000000000000000.25") },
        { "date", "0001-01-01", new Date(1, 1, 1) },
        { "timestamp", "2024-05-06T07:08:09.123456Z", Timestamp.FromUnixMicroseconds(1_714_979_289_123_456) },
        { "timestamp_ntz", "9999-12-31T23:59:59", Timestamp.FromUnixMicroseconds(253_402_300_799_000_000) },
        { "string", "text", "text" },
        { "binary", "A", new byte[] { 65 } },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Collect_OfNestedValues_KeepsWhatIsMissing(string type, string text, object value)
    {
        var (given, none) = (Lit(text).Cast(type), Lit(null).Cast(type));
        var key = type == "binary" ? Lit("key") : given;

        var row = Spark.Range(1).Select(
            Array(given, none),
            Array(Array(given, none), Lit(null).Cast($"array<{type}>")),
            Map(Lit("x"), given, Lit("y"), none),
            Map(key, Map(Lit("z"), none)),
            Struct(given.As("a"), none.As("b"), Array(none, given).As("c"), Map(Lit(1), none).As("d")),
            Map(Lit(1), Array(given, none), Lit(2), Lit(null).Cast($"array<{type}>")),
            Lit(null).Cast($"map<string,{type}>"),
            Array(Map(Lit(1), none), Lit(null).Cast($"map<int,{type}>"))).Collect().Single();

        Assert.Equal([value, null], List(row[0]));
        Assert.Equal([value, null], List(List(row[1])[0]));
        Assert.Null(List(row[1])[1]);
        Assert.Equal(value, Entry(row[2], "x"));
        Assert.Null(Entry(row[2], "y"));
        Assert.Null(Entry(Entry(row[3], type == "binary" ? "key" : value), "z"));
        var structure = row.GetAs<Row>(4);
        Assert.Equal([value, null], structure.Values[..2]);
        Assert.Equal([null, value], List(structure[2]));
        Assert.Null(Entry(structure[3], 1));
        Assert.Equal([value, null], List(Entry(row[5], 1)));
        Assert.Null(Entry(row[5], 2));
        Assert.Null(row[6]);
        Assert.Null(Entry(List(row[7])[0], 1));
        Assert.Null(List(row[7])[1]);
    }

    private static object?[] List(object? value) => Assert.IsType<object?[]>(value);

    /// <summary>The value of a key that must be there.</summary>
    private static object? Entry(object? map, object key)
    {
        var entries = Assert.IsAssignableFrom<IDictionary>(map);
        Assert.True(entries.Contains(key));
        return entries[key];
    }
}
