using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Types of <c>+ - * / % div pmod</c> and their <c>try_</c> forms, over numbers, dates, timestamps and intervals.</summary>
internal static class Arithmetic
{
    public static FunctionCall Bind(FunctionCall call)
    {
        var left = call.Arguments[0];
        var right = call.Arguments[1];
        return WithTimes(call, left, right) ?? WithNumbers(call, left, right) ?? throw new AnalysisException(
            $"{ExpressionName.Of(call)}: '{call.Name}' cannot be used with {left.Type.SimpleString} and {right.Type.SimpleString}.");
    }

    private static FunctionCall? WithTimes(FunctionCall call, Expression left, Expression right)
    {
        var adds = call.Name is "+" or "try_add";
        var subtracts = call.Name is "-" or "try_subtract";
        var multiplies = call.Name is "*" or "try_multiply";
        var divides = call.Name is "/" or "try_divide";
        return (left.Type, right.Type) switch
        {
            (DateType, _) when adds && right.Type.IsIntegral() => Call("date_add", left, Coercion.To(right, new IntegerType()), new DateType()),
            (_, DateType) when adds && left.Type.IsIntegral() => Call("date_add", right, Coercion.To(left, new IntegerType()), new DateType()),
            (DateType, _) when subtracts && right.Type.IsIntegral() => Call("date_sub", left, Coercion.To(right, new IntegerType()), new DateType()),
            (DateType or TimestampType or TimestampNtzType, DayTimeIntervalType) when adds || subtracts => Shift(call, left, right),
            (DayTimeIntervalType, DateType or TimestampType or TimestampNtzType) when adds => Shift(call, right, left),
            (DateType or TimestampType or TimestampNtzType, DateType or TimestampType or TimestampNtzType) when subtracts =>
                Typed(call, Coercion.To(left, new TimestampType()), Coercion.To(right, new TimestampType()), new DayTimeIntervalType()),
            (DayTimeIntervalType, DayTimeIntervalType) when adds || subtracts => Typed(call, left, right, left.Type),
            (DayTimeIntervalType, NullType) or (NullType, DayTimeIntervalType) when adds || subtracts =>
                Typed(call, Coercion.To(left, new DayTimeIntervalType()), Coercion.To(right, new DayTimeIntervalType()), new DayTimeIntervalType()),
            (DayTimeIntervalType, _) when (multiplies || divides) && right.Type.IsNumeric() => Typed(call, left, right, left.Type),
            (_, DayTimeIntervalType) when multiplies && left.Type.IsNumeric() => Typed(call, right, left, right.Type),
            _ => null,
        };
    }

    private static FunctionCall? WithNumbers(FunctionCall call, Expression left, Expression right)
    {
        var common = left.Type is NullType && right.Type is NullType ? new DoubleType() : Coercion.Common(left.Type, right.Type);
        common = common is StringType ? new DoubleType() : common;
        if (common is null || !common.IsNumeric())
        {
            return null;
        }

        if (common is DecimalType)
        {
            return WithDecimals(call, Decimal(left, right), Decimal(right, left));
        }

        var operands = call.Name switch
        {
            "/" or "try_divide" => new DoubleType(),
            "div" => new LongType(),
            _ => common,
        };
        return operands is LongType && call.Name == "div" && !common.IsIntegral()
            ? null
            : Typed(call, Coercion.To(left, operands), Coercion.To(right, operands), operands);
    }

    private static FunctionCall WithDecimals(FunctionCall call, Expression left, Expression right)
    {
        var one = (DecimalType)left.Type;
        var two = (DecimalType)right.Type;
        DataType result = call.Name switch
        {
            "+" or "-" or "try_add" or "try_subtract" => DecimalRules.AddOrSubtract(one, two),
            "*" or "try_multiply" => DecimalRules.Multiply(one, two),
            "/" or "try_divide" => DecimalRules.Divide(one, two),
            "div" => new LongType(),
            _ => DecimalRules.Remainder(one, two),
        };
        return Typed(call, left, right, result);
    }

    /// <summary>Dates count as timestamps at midnight, as an interval down to seconds makes them (Spark: <c>TimeAdd</c>).</summary>
    private static FunctionCall Shift(FunctionCall call, Expression time, Expression interval) =>
        time.Type is DateType
            ? Typed(call, new Cast(time, new TimestampType()), interval, new TimestampType())
            : Typed(call, time, interval, time.Type);

    /// <summary>A NULL beside a decimal takes the decimal's type, a whole number the decimal that holds it.</summary>
    private static Expression Decimal(Expression operand, Expression other) =>
        Coercion.To(operand, operand.Type is NullType ? other.Type : operand.AsDecimal());

    private static FunctionCall Typed(FunctionCall call, Expression left, Expression right, DataType result) =>
        call with { Arguments = [left, right], ResultType = result };

    private static FunctionCall Call(string name, Expression left, Expression right, DataType result) =>
        new(name, [left, right]) { ResultType = result };
}
