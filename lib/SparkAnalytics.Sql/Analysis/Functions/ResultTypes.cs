using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Result types of functions, from their coerced arguments.</summary>
internal static class ResultTypes
{
    public static DataType Text(FunctionCall call) => new StringType();

    public static DataType Int(FunctionCall call) => new IntegerType();

    public static DataType Long(FunctionCall call) => new LongType();

    public static DataType Double(FunctionCall call) => new DoubleType();

    public static DataType Bool(FunctionCall call) => new BooleanType();

    public static DataType Byte(FunctionCall call) => new ByteType();

    public static DataType Bytes(FunctionCall call) => new BinaryType();

    public static DataType Date(FunctionCall call) => new DateType();

    public static DataType Timestamp(FunctionCall call) => new TimestampType();

    public static DataType Interval(FunctionCall call) => new DayTimeIntervalType();

    public static DataType Null(FunctionCall call) => new NullType();

    public static DataType Texts(FunctionCall call) => new ArrayType(new StringType());

    public static DataType First(FunctionCall call) => call.Arguments[0].Type;

    public static DataType Second(FunctionCall call) => call.Arguments[1].Type;

    public static DataType ListOfFirst(FunctionCall call) => new ArrayType(call.Arguments[0].Type, false);

    public static DataType Element(FunctionCall call) => ((ArrayType)call.Arguments[0].Type).ElementType;

    /// <summary>The first argument's array with the second's element kept possible.</summary>
    public static DataType JoinedArray(FunctionCall call) => new ArrayType(Element(call));

    /// <summary>Spark's <c>Round</c>: decimals get a scale of their own, other numbers stay.</summary>
    public static DataType Rounded(FunctionCall call) => call.Arguments[0].Type is DecimalType type
        ? DecimalRules.Round(type, call.Arguments.Length < 2 ? 0 : Digits(call.Arguments[1]))
        : call.Arguments[0].Type;

    public static DataType Whole(FunctionCall call) => call.Arguments[0].Type is DecimalType type ? DecimalRules.Whole(type) : new LongType();

    public static DataType Sum(FunctionCall call) => call.Arguments[0].Type switch
    {
        DecimalType type => DecimalRules.Sum(type),
        DayTimeIntervalType type => type,
        var type => type.IsIntegral() ? new LongType() : new DoubleType(),
    };

    public static DataType Average(FunctionCall call) => call.Arguments[0].Type switch
    {
        DecimalType type => DecimalRules.Average(type),
        DayTimeIntervalType type => type,
        _ => new DoubleType(),
    };

    private static int Digits(Expression digits) => digits is Literal { Value: int value }
        ? value
        : throw new AnalysisException("round and bround of a decimal want the number of digits as a constant.");
}
