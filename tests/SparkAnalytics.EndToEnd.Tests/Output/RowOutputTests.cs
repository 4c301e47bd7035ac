using System.Data.SqlTypes;
using System.Numerics;
using SparkAnalytics.Jobs.Output.Rows;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using Spectre.Console.Testing;

namespace SparkAnalytics.EndToEnd.Tests.Output;

/// <summary>Values of all types in the three forms.</summary>
public sealed class RowOutputTests
{
    private static readonly Timestamp _moment = new(2025, 3, 1, 9, 30, 0, 120_000);

    public static TheoryData<object?, DataType, string, string> Values => new()
    {
        { null, new StringType(), "", "null" },
        { "", new StringType(), "\"\"", "\"\"" },
        { "a,b", new StringType(), "\"a,b\"", "\"a,b\"" },
        { "say \"hi\"", new StringType(), "\"say \"\"hi\"\"\"", "\"say \\\"hi\\\"\"" },
        { "one\ntwo", new StringType(), "\"one\ntwo\"", "\"one\\ntwo\"" },
        { "Zürich & <b>", new StringType(), "Zürich & <b>", "\"Zürich & <b>\"" },
        { true, new BooleanType(), "true", "true" },
        { (sbyte)-5, new ByteType(), "-5", "-5" },
        { 9_007_199_254_740_993L, new LongType(), "9007199254740993", "9007199254740993" },
        { 10.50m, new DecimalType(18, 2), "10.50", "10.50" },
        { 9_999_999_999_999_999_999_999_999.99m, new DecimalType(28, 2), "9999999999999999999999999.99", "9999999999999999999999999.99" },
        { SqlDecimal.Parse("-0.00000000000000000000000000000000000001"), new DecimalType(38, 38), "-0.00000000000000000000000000000000000001", "-0.00000000000000000000000000000000000001" },
        { BigInteger.Pow(10, 37), new DecimalType(38, 0), "1" + new string('0', 37), "1" + new string('0', 37) },
        { 0.1, new DoubleType(), "0.1", "0.1" },
        { double.NaN, new DoubleType(), "NaN", "\"NaN\"" },
        { new Date(2025, 3, 1), new DateType(), "2025-03-01", "\"2025-03-01\"" },
        { _moment, new TimestampType(), "2025-03-01T09:30:00.120000Z", "\"2025-03-01T09:30:00.120000Z\"" },
        { _moment, new TimestampNtzType(), "2025-03-01T09:30:00.120000", "\"2025-03-01T09:30:00.120000\"" },
        { TimeSpan.FromMinutes(90), new DayTimeIntervalType(), "PT1H30M", "\"PT1H30M\"" },
        { new byte[] { 1, 2, 255 }, new BinaryType(), "AQL/", "\"AQL/\"" },
        { new object?[] { 1, null }, new ArrayType(new IntegerType()), "\"[1,null]\"", "[1,null]" },
        { new Row([1.50m, "x"], Of(("a", new DecimalType(18, 2)), ("b", new StringType()))), Of(("a", new DecimalType(18, 2)), ("b", new StringType())), "\"{\"\"a\"\":1.50,\"\"b\"\":\"\"x\"\"}\"", "{\"a\":1.50,\"b\":\"x\"}" },
        { new Dictionary<object, object?> { ["k"] = _moment }, new MapType(new StringType(), new TimestampType()), "\"{\"\"k\"\":\"\"2025-03-01T09:30:00.120000Z\"\"}\"", "{\"k\":\"2025-03-01T09:30:00.120000Z\"}" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Write_OfAValue_KeepsItExactlyInCsvAndJson(object? value, DataType type, string csv, string json)
    {
        var schema = Of(("v", type));
        Row[] rows = [new Row([value], schema)];
        Assert.Equal($"v\r\n{csv}\r\n", Text(writer => RowCsv.Write(writer, schema, rows)));
        Assert.Equal($"[\n{{\"v\":{json}}}\n]\n", Text(writer => RowJson.Write(writer, schema, rows)));
    }

    [Fact]
    public void Write_WithoutRows_IsAHeaderOrAnEmptyArray()
    {
        var schema = Of(("a", new StringType()), ("b c", new StringType()));
        Assert.Equal("a,b c\r\n", Text(writer => RowCsv.Write(writer, schema, [])));
        Assert.Equal("[]\n", Text(writer => RowJson.Write(writer, schema, [])));
    }

    [Fact]
    public void Table_WhenTextHoldsEscapeSequences_EscapesThem()
    {
        var schema = Of(("v", new StringType()));
        var console = new TestConsole();
        RowTable.Write(console, schema, [new Row(["\u001b[31mred\nline [bold]"], schema)], hasWidth: false);
        Assert.Contains("\\u001b[31mred\\nline [bold]", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_WhenItDoesNotFitTheTerminal_IsOneBlockForEachRow()
    {
        var schema = Of(("first_column", new StringType()), ("second", new TimestampType()));
        var console = new TestConsole().Width(30);
        RowTable.Write(console, schema, [new Row(["some long text", _moment], schema), new Row([null, null], schema)], hasWidth: true);
        Assert.Equal(
            ["── row 1 ─────────────────────", "first_column  some long text", "second        2025-03-01", "              09:30:00.12Z", "── row 2 ─────────────────────", "first_column  NULL", "second        NULL"],
            console.Lines.Select(line => line.TrimEnd()).Where(line => line.Length > 0));
    }

    [Fact]
    public void Table_WhenThereAreVeryManyRows_SaysThatItStopped()
    {
        var schema = Of(("v", new IntegerType()));
        var rows = Enumerable.Range(0, RowTable.MostRows + 1).Select(i => new Row([i], schema));
        var console = new TestConsole();
        Assert.True(RowTable.Write(console, schema, rows, hasWidth: true));
        Assert.DoesNotContain($" {RowTable.MostRows} ", console.Output, StringComparison.Ordinal);
        Assert.False(RowTable.Write(console, schema, rows.Take(RowTable.MostRows), hasWidth: true));
    }

    private static StructType Of(params (string Name, DataType Type)[] fields) => new(fields.Select(field => new StructField(field.Name, field.Type)));

    private static string Text(Action<TextWriter> write)
    {
        using var writer = new StringWriter();
        write(writer);
        return writer.ToString();
    }
}
