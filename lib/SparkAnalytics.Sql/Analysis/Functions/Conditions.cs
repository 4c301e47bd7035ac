using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Types of functions whose arguments depend on each other in their own way.</summary>
internal static class Conditions
{
    /// <summary><c>when(condition, value, condition, value, ..., otherwise)</c>: all values get one type.</summary>
    public static FunctionCall BindWhen(FunctionCall call)
    {
        var arguments = call.Arguments;
        var pairs = arguments.Length / 2;
        var common = Coercion.Common(arguments.Where((_, index) => IsValue(index, arguments.Length)).Select(value => value.Type))
            ?? throw new AnalysisException($"{ExpressionName.Of(call)}: the values have no common type; they are {string.Join(", ", arguments.Where((_, index) => IsValue(index, arguments.Length)).Select(value => value.Type.SimpleString))}.");
        var coerced = ImmutableArray.CreateBuilder<Expression>(arguments.Length);
        for (var index = 0; index < arguments.Length; index++)
        {
            if (IsValue(index, arguments.Length))
            {
                coerced.Add(Coercion.To(arguments[index], common));
                continue;
            }

            coerced.Add(Coercion.IsImplicit(arguments[index].Type, new BooleanType())
                ? Coercion.To(arguments[index], new BooleanType())
                : throw new AnalysisException($"{ExpressionName.Of(call)}: '{ExpressionName.Of(arguments[index])}' must be a boolean, but is {arguments[index].Type.SimpleString}."));
        }

        return call with { Arguments = coerced.MoveToImmutable(), ResultType = common, IsNullable = pairs * 2 == arguments.Length || coerced.Where((_, index) => IsValue(index, arguments.Length)).Any(value => value.Nullable) };
    }

    /// <summary>Concatenates arrays where there is one, else bytes where all are bytes, else text.</summary>
    public static FunctionCall BindConcat(FunctionCall call)
    {
        var types = call.Arguments.Select(argument => argument.Type).ToList();
        DataType? wanted = types.Exists(type => type is ArrayType) ? Coercion.Common(types)
            : types.Count > 0 && types.TrueForAll(type => type is BinaryType) ? new BinaryType()
            : types.TrueForAll(type => Coercion.IsImplicit(type, new StringType()) || type is BinaryType) ? new StringType()
            : null;
        return wanted is null
            ? throw new AnalysisException($"{ExpressionName.Of(call)}: cannot join {string.Join(", ", types.Select(type => type.SimpleString))}.")
            : call with { Arguments = [.. call.Arguments.Select(argument => Coercion.To(argument, wanted))], ResultType = wanted };
    }

    /// <summary>Reverses an array, else the text of the value.</summary>
    public static FunctionCall BindReverse(FunctionCall call) => One(call, call.Arguments[0].Type is ArrayType array ? array : new StringType());

    /// <summary>The hexadecimal digits of a whole number, of bytes or of a text's UTF-8 bytes.</summary>
    public static FunctionCall BindHex(FunctionCall call)
    {
        var type = call.Arguments[0].Type;
        return One(call, type is StringType or BinaryType ? type : new LongType()) with { ResultType = new StringType() };
    }

    /// <summary>One value for one percentage, an array for an array of them.</summary>
    public static DataType Percentile(FunctionCall call, DataType one) => call.Arguments[1].Type is ArrayType ? new ArrayType(one, false) : one;

    private static FunctionCall One(FunctionCall call, DataType wanted) =>
        Coercion.IsImplicit(call.Arguments[0].Type, wanted)
            ? call with { Arguments = [Coercion.To(call.Arguments[0], wanted)], ResultType = wanted }
            : throw new AnalysisException($"{ExpressionName.Of(call)}: cannot be used with {call.Arguments[0].Type.SimpleString}.");

    private static bool IsValue(int index, int length) => index % 2 == 1 || (index == length - 1 && length % 2 == 1);
}
