using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests;

/// <summary>Result types as Spark 4 gives them with ANSI on (measured there by typeof where the comment says so).</summary>
public sealed class TypingTests
{
    private static readonly DataFrame s_frame = Frames.Of(
        "t TINYINT, s SMALLINT, i INT, l BIGINT, f FLOAT, d DOUBLE, m DECIMAL(18,2), n DECIMAL(10,3), text STRING, b BOOLEAN, bin BINARY, date DATE, ts TIMESTAMP, ntz TIMESTAMP_NTZ, iv INTERVAL DAY TO SECOND, a ARRAY<INT>, map MAP<STRING, INT>, st STRUCT<x: INT, y: STRING>");

    public static TheoryData<string, string, string[]> Calls => new()
    {
        { "/", "double", ["i", "i"] },
        { "/", "decimal(38,20)", ["m", "m"] },
        { "+", "decimal(19,2)", ["m", "m"] },
        { "-", "decimal(20,3)", ["m", "n"] },
        { "*", "decimal(37,4)", ["m", "m"] },
        { "%", "decimal(18,2)", ["m", "m"] },
        { "%", "decimal(10,3)", ["m", "n"] },
        { "*", "decimal(29,2)", ["m", "i"] },
        { "*", "decimal(38,2)", ["m", "l"] },
        { "+", "double", ["m", "d"] },
        { "+", "double", ["f", "i"] },
        { "+", "float", ["f", "f"] },
        { "+", "bigint", ["i", "l"] },
        { "+", "smallint", ["t", "s"] },
        { "+", "bigint", ["text", "i"] },
        { "+", "double", ["text", "m"] },
        { "div", "bigint", ["i", "i"] },
        { "div", "bigint", ["m", "m"] },
        { "pmod", "int", ["i", "i"] },
        { "try_divide", "double", ["i", "i"] },
        { "+", "timestamp", ["ts", "iv"] },
        { "+", "timestamp", ["date", "iv"] },
        { "+", "date", ["date", "i"] },
        { "-", "interval day to second", ["ts", "ts"] },
        { "-", "timestamp_ntz", ["ntz", "iv"] },
        { "*", "interval day to second", ["iv", "i"] },
        { "negative", "decimal(18,2)", ["m"] },
        { "round", "decimal(17,0)", ["m"] },
        { "ceil", "decimal(17,0)", ["m"] },
        { "ceil", "bigint", ["d"] },
        { "floor", "bigint", ["i"] },
        { "coalesce", "decimal(22,2)", ["m", "l"] },
        { "greatest", "timestamp", ["date", "ts"] },
        { "coalesce", "bigint", ["text", "i"] },
        { "date_trunc", "timestamp", ["text", "date"] },
        { "weekday", "int", ["date"] },
        { "unix_micros", "bigint", ["ts"] },
        { "concat", "string", ["text", "i"] },
        { "concat", "array<int>", ["a", "a"] },
        { "split", "array<string>", ["text", "text"] },
        { "element_at", "int", ["a", "i"] },
        { "try_element_at", "int", ["map", "text"] },
        { "map_entries", "array<struct<key:string,value:int>>", ["map"] },
        { "xxhash64", "bigint", ["text"] },
        { "xxhash64", "bigint", ["i", "text"] },
        { "crc32", "bigint", ["text"] },
        { "length", "int", ["text"] },
        { "reverse", "array<int>", ["a"] },
        { "array_contains", "boolean", ["a", "l"] },
        { "nullif", "string", ["text", "text"] },
        { "named_struct", "struct<x:int>", ["'x'", "i"] },
        { "struct", "struct<i:int,text:string>", ["i", "text"] },
        { "array", "array<bigint>", ["i", "l"] },
        { "map", "map<string,int>", ["text", "i"] },
        { "make_dt_interval", "interval day to second", ["i"] },
        { "current_timezone", "string", [] },
        { "try_parse_url", "string", ["text", "text"] },
        { "conv", "string", ["text", "i", "i"] },
        { "hex", "string", ["i"] },
        { "json_array_length", "int", ["text"] },
    };

    public static TheoryData<string, string, string> Aggregated => new()
    {
        { "sum", "m", "decimal(28,2)" },
        { "sum", "i", "bigint" },
        { "sum", "d", "double" },
        { "sum", "iv", "interval day to second" },
        { "avg", "m", "decimal(22,6)" },
        { "avg", "i", "double" },
        { "count", "i", "bigint" },
        { "max", "date", "date" },
        { "first", "text", "string" },
        { "collect_list", "i", "array<int>" },
        { "stddev", "m", "double" },
        { "count_if", "b", "bigint" },
        { "bool_or", "b", "boolean" },
        { "approx_count_distinct", "text", "bigint" },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Select_WhenFunction_GivesSparksType(string function, string expected, string[] arguments)
    {
        var call = Call_UDF(function, [.. arguments.Select(name => name[0] == '\'' ? Lit(name.Trim('\'')) : Col(name))]);
        Assert.Equal(expected, s_frame.Select(call.As("x")).Schema().Fields[0].DataType.SimpleString);
    }

    [Theory]
    [MemberData(nameof(Aggregated))]
    public void Agg_WhenAggregate_GivesSparksType(string function, string column, string expected) =>
        Assert.Equal(expected, s_frame.Agg(Call_UDF(function, Col(column)).As("x")).Schema().Fields[0].DataType.SimpleString);

    [Fact]
    public void Multiply_WhenDecimalAndWholeLiteral_CountsTheLiteralsDigits() =>
        Assert.Equal(new DecimalType(20, 2), s_frame.Select((Col("m") * 2).As("x")).Schema().Fields[0].DataType);

    [Theory]
    [InlineData(2, "decimal(10,2)")]
    [InlineData(0, "decimal(8,0)")]
    [InlineData(5, "decimal(11,3)")]
    [InlineData(-9, "decimal(10,0)")]
    public void Round_WhenDecimal_KeepsOneDigitMoreBeforeThePoint(int scale, string expected) =>
        Assert.Equal(expected, s_frame.Select(Round(Col("n"), scale).As("x")).Schema().Fields[0].DataType.SimpleString);

    [Theory]
    [InlineData("i", "m", "decimal(18,2)")]
    [InlineData("f", "i", "double")]
    [InlineData("date", "text", "date")]
    [InlineData("date", "ntz", "timestamp_ntz")]
    [InlineData("ts", "ntz", "timestamp")]
    public void Otherwise_WhenTypesDiffer_TakesTheCommonType(string left, string right, string expected) =>
        Assert.Equal(expected, s_frame.Select(When(Col("b"), Col(left)).Otherwise(Col(right)).As("x")).Schema().Fields[0].DataType.SimpleString);

    [Fact]
    public void WithField_WhenMemberChanges_RebuildsTheStructure()
    {
        Assert.Equal("struct<x:date,y:string,z:int>", s_frame.Select(Col("st").WithField("X", Col("date")).WithField("z", Lit(1)).As("s")).Schema().Fields[0].DataType.SimpleString);
        Assert.Equal("struct<y:string>", s_frame.Select(Col("st").DropFields("x", "none").As("s")).Schema().Fields[0].DataType.SimpleString);
    }

    [Fact]
    public void Chain_WhenSessionsAreNumbered_IsTypedThroughout()
    {
        var inOrder = Window.PartitionBy("text").OrderBy("ts");
        var previous = Lag("ts", 1).Over(inOrder);
        var starts = previous.IsNull() | (Col("ts") > previous + Extras.Interval(TimeSpan.FromMinutes(30)));
        var sessions = s_frame.Select("text", "ts", "m")
            .WithColumn("seq", When(Col("text").IsNotNull(), Sum(When(starts, 1).Otherwise(0)).Over(inOrder.RowsBetween(Window.UnboundedPreceding, Window.CurrentRow)).Cast("int")))
            .WithColumn("id", Concat(Col("text"), Lit("-"), Col("seq").Cast("string")));
        var users = sessions.GroupBy("text").Agg(Count("*").As("n"), Extras.MinBy(Col("id"), Col("ts")).As("first"));
        Assert.Equal(
            "[text: string, ts: timestamp, m: decimal(18,2), seq: int, id: string, n: bigint, first: string]",
            sessions.Join(users, ["text"], "left").ToString());
    }

    [Fact]
    public void Typeof_WhenExpression_IsItsTypeAsConstant() =>
        Assert.Equal("'decimal(38,20)'", Value(Call_UDF("typeof", Col("m") / Col("m"))));

    [Fact]
    public void Schema_WhenCountOrIsNull_IsNotNullable()
    {
        Assert.False(s_frame.Agg(Count("*").As("n")).Schema().Fields[0].IsNullable);
        Assert.False(s_frame.Select(Col("i").IsNull().As("n")).Schema().Fields[0].IsNullable);
        Assert.True(s_frame.Select((Col("i") + 1).As("n")).Schema().Fields[0].IsNullable);
    }

    private static string Value(Column column) =>
        ((Plans.Project)s_frame.Select(column.As("x")).Plan).Expressions[0].Value is Plans.Literal literal ? $"'{literal.Value}'" : "no constant";
}
