using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests;

public sealed class TypeTextTests
{
    [Theory]
    [InlineData("int", "int")]
    [InlineData("LONG", "bigint")]
    [InlineData("decimal", "decimal(10,0)")]
    [InlineData(" decimal( 18 , 2 ) ", "decimal(18,2)")]
    [InlineData("varchar(20)", "string")]
    [InlineData("array<map<string,struct<a:int,`b c`:date>>>", "array<map<string,struct<a:int,b c:date>>>")]
    [InlineData("interval day to second", "interval day to second")]
    [InlineData("timestamp_ntz", "timestamp_ntz")]
    public void ParseType_WhenName_IsThatType(string text, string expected) => Assert.Equal(expected, DataTypeParser.ParseType(text).SimpleString);

    [Theory]
    [InlineData("whole", "'whole' is no type or schema: 'whole' is no type at position 6.")]
    [InlineData("decimal(39,2)", "'decimal(39,2)' is no type or schema: a decimal has 1 to 38 digits and no more of them after the point at position 14.")]
    [InlineData("array<int", "'array<int' is no type or schema: '>' is missing at position 10.")]
    [InlineData("int x", "'int x' is no type or schema: 'x' is left over at position 5.")]
    public void ParseType_WhenWrong_SaysWhere(string text, string expected) => Assert.Equal(expected, Frames.Error(() => DataTypeParser.ParseType(text)));

    [Fact]
    public void ParseSchema_WhenColumns_KeepsNamesAndNotNull()
    {
        var schema = DataTypeParser.ParseSchema("a INT NOT NULL, `b.c` STRING COMMENT 'text, of course', d: DATE");
        Assert.Equal([new StructField("a", new IntegerType(), false), new StructField("b.c", new StringType()), new StructField("d", new DateType())], schema.Fields);
    }

    [Fact]
    public void Json_WhenSchema_IsSparksAndReadsBack()
    {
        var schema = DataTypeParser.ParseSchema("a INT NOT NULL, m DECIMAL(18,2), x ARRAY<STRING>, y MAP<STRING, STRUCT<z: TIMESTAMP>>");
        Assert.StartsWith("""{"type":"struct","fields":[{"name":"a","type":"integer","nullable":false,"metadata":{}},{"name":"m","type":"decimal(18,2)","nullable":true,"metadata":{}}""", schema.Json, StringComparison.Ordinal);
        Assert.Equal(schema, DataType.ParseDataType(schema.Json));
    }

    [Fact]
    public void ParseDataType_WhenNoJson_Fails() => Assert.StartsWith("'{' is no schema in Spark's JSON form", Frames.Error(() => DataType.ParseDataType("{")), StringComparison.Ordinal);
}
