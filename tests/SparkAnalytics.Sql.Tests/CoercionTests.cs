using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Tests;

/// <summary>Conversions that Spark does unasked stand as casts in the plan, so that no engine guesses.</summary>
public sealed class CoercionTests
{
    private static readonly DataFrame s_frame = Frames.Of("i INT, l BIGINT, m DECIMAL(18,2), text STRING, date DATE, ts TIMESTAMP, b BOOLEAN");

    [Fact]
    public void Compare_WhenTextAndInt_CastsTheTextToBigint()
    {
        var call = Condition(Col("text") < Col("i"));
        Assert.Equal(new Cast(Attribute("text"), new LongType()), call.Arguments[0]);
        Assert.Equal(new Cast(Attribute("i"), new LongType()), call.Arguments[1]);
    }

    [Fact]
    public void Compare_WhenTextAndDate_CastsTheTextToDate() =>
        Assert.Equal(new Cast(Attribute("text"), new DateType()), Condition(Col("date") == Col("text")).Arguments[1]);

    [Fact]
    public void Compare_WhenDateAndTimestamp_CastsTheDate() =>
        Assert.Equal(new Cast(Attribute("date"), new TimestampType()), Condition(Col("date") <= Col("ts")).Arguments[0]);

    [Fact]
    public void Compare_WhenBigintAndIntLiteral_ConvertsTheLiteral() =>
        Assert.Equal(new Literal(5L, new LongType()), Condition(Col("l") == 5).Arguments[1]);

    [Fact]
    public void Compare_WhenSameTypes_AddsNoCast() =>
        Assert.Equal(Attribute("i"), Condition(Col("i") == 5).Arguments[0]);

    [Fact]
    public void IsIn_WhenDecimalAndInts_BringsAllToOneDecimal()
    {
        var call = Condition(Col("m").IsIn(1, 2));
        Assert.Equal(3, call.Arguments.Length);
        Assert.All(call.Arguments, argument => Assert.Equal("decimal(18,2)", argument.Type.SimpleString));
        Assert.Equal("1.00", Assert.IsType<Literal>(call.Arguments[1]).Value!.ToString());
    }

    [Fact]
    public void Divide_WhenInts_CastsBothToDouble()
    {
        var call = (FunctionCall)Value(Col("i") / Col("l"));
        Assert.All(call.Arguments, argument => Assert.Equal(new DoubleType(), Assert.IsType<Cast>(argument).To));
    }

    [Fact]
    public void Plus_WhenDateAndInt_BecomesDateAdd() =>
        Assert.Equal("date_add", ((FunctionCall)Value(Col("date") + 1)).Name);

    [Fact]
    public void Lag_WhenOffsetOnly_GetsAllFourArguments()
    {
        var window = (WindowExpression)Value(Call_UDF("lag", Col("i")).Over(Window.OrderBy("ts")));
        Assert.Equal([Attribute("i"), new Literal(1, new IntegerType()), new Literal(null, new IntegerType()), new Literal(false, new BooleanType())], window.Function.Arguments);
    }

    [Theory]
    [InlineData("nvl", "coalesce")]
    [InlineData("MEAN", "avg")]
    [InlineData("regexp_like", "rlike")]
    public void Call_WhenSynonym_HasTheCanonicalName(string given, string expected)
    {
        var column = given == "MEAN" ? Call_UDF(given, Col("i")).Over() : Call_UDF(given, Col("text"), Lit("a"));
        var value = Value(column);
        Assert.Equal(expected, (value is WindowExpression window ? window.Function : (FunctionCall)value).Name);
    }

    [Fact]
    public void Compare_WhenBooleanAndInt_Fails() => Assert.Equal(
        "(b = i): the arguments have no common type; they are boolean, int. Cast them to one type.",
        Frames.Error(() => s_frame.Filter(Col("b") == Col("i"))));

    [Fact]
    public void Plus_WhenBoolean_Fails() => Assert.Equal(
        "(b + i): '+' cannot be used with boolean and int.",
        Frames.Error(() => s_frame.Select(Col("b") + Col("i"))));

    [Fact]
    public void Cast_WhenImpossible_Fails() => Assert.Equal(
        "CAST(date AS INT): date cannot be cast to int.",
        Frames.Error(() => s_frame.Select(Col("date").Cast("int"))));

    private static AttributeReference Attribute(string name) => (AttributeReference)s_frame[name].Expression;

    private static FunctionCall Condition(Column condition) => (FunctionCall)((Filter)s_frame.Filter(condition).Plan).Condition;

    private static Expression Value(Column column) => ((Project)s_frame.Select(column.As("x")).Plan).Expressions[0].Value;
}
