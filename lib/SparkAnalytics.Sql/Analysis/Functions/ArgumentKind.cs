using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>What a function wants as one argument.</summary>
/// <param name="Wanted">For messages: <c>text</c>.</param>
/// <param name="Accept">The type that an argument of a type is brought to, or null where it does not fit.</param>
internal sealed record ArgumentKind(string Wanted, Func<DataType, DataType?> Accept)
{
    public static ArgumentKind Text { get; } = Of(new StringType());

    public static ArgumentKind Int { get; } = Of(new IntegerType());

    public static ArgumentKind Long { get; } = Of(new LongType());

    public static ArgumentKind Double { get; } = Of(new DoubleType());

    public static ArgumentKind Bool { get; } = Of(new BooleanType());

    public static ArgumentKind Date { get; } = Of(new DateType());

    /// <summary>Text stays text for functions that take text and bytes alike.</summary>
    public static ArgumentKind TextOrBinary { get; } = new("a string or bytes", type => type is BinaryType ? type : Text.Accept(type));

    public static ArgumentKind Binary { get; } = new("bytes", type => Coercion.IsImplicit(type, new BinaryType()) ? new BinaryType() : null);

    public static ArgumentKind Timestamp { get; } = new("a timestamp", type => type.IsTimestamp() ? type : Coercion.IsImplicit(type, new TimestampType()) ? new TimestampType() : null);

    public static ArgumentKind DateOrTimestamp { get; } = new("a date or a timestamp", type => type is DateType ? type : Timestamp.Accept(type));

    public static ArgumentKind Number { get; } = new("a number", type => type.IsNumeric() ? type : type is StringType or NullType ? new DoubleType() : null);

    public static ArgumentKind NumberOrInterval { get; } = new("a number or an interval", type => type is DayTimeIntervalType ? type : Number.Accept(type));

    public static ArgumentKind Whole { get; } = new("a whole number", type => type.IsIntegral() ? type : type is StringType or NullType ? new LongType() : null);

    /// <summary>A number as ceil and floor take it: whole numbers as bigint, decimals as they are, others as double.</summary>
    public static ArgumentKind CeilNumber { get; } = new("a number", type => type is DecimalType ? type : type.IsIntegral() ? new LongType() : Number.Accept(type) is null ? null : new DoubleType());

    public static ArgumentKind Interval { get; } = Of(new DayTimeIntervalType());

    public static ArgumentKind Any { get; } = new("any value", type => type);

    public static ArgumentKind Orderable { get; } = new("a value that can be ordered", type => type is MapType ? null : type);

    public static ArgumentKind Array { get; } = new("an array", type => type is NullType ? new ArrayType(new NullType()) : type as ArrayType);

    public static ArgumentKind TextArray { get; } = new("an array of strings", type => Coercion.IsImplicit(type, new ArrayType(new StringType())) ? new ArrayType(new StringType()) : null);

    public static ArgumentKind TextOrTextArray { get; } = new("a string or an array of strings", type => type is ArrayType ? TextArray.Accept(type) : Text.Accept(type));

    public static ArgumentKind ArrayOrMap { get; } = new("an array or a map", type => type is ArrayType or MapType ? type : type is NullType ? new ArrayType(type) : null);

    public static ArgumentKind Map { get; } = new("a map", type => type as MapType);

    public static ArgumentKind Struct { get; } = new("a structure", type => type as StructType);

    private static ArgumentKind Of(DataType wanted) => new(Describe(wanted), type => Coercion.IsImplicit(type, wanted) ? wanted : null);

    private static string Describe(DataType type) => type switch
    {
        StringType => "a string",
        IntegerType => "an int",
        LongType => "a bigint",
        DoubleType => "a double",
        BooleanType => "a boolean",
        DateType => "a date",
        _ => $"an {type.SimpleString}",
    };
}
