using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.TextTypes;

/// <summary>Comparisons of columns of type char: both sides are filled up with spaces to the longer length (Spark's <c>ApplyCharTypePadding</c>), for columns themselves, constants and other such columns.</summary>
internal static class CharComparisons
{
    private static readonly HashSet<string> s_names = ["==", "!=", "<=>", "<", "<=", ">", ">=", "between", "in"];

    /// <summary>The call with its arguments filled up, or as it is where it compares no such column.</summary>
    public static FunctionCall Padded(FunctionCall call)
    {
        if (!s_names.Contains(call.Name) || !call.Arguments.Any(argument => LengthOf(argument) is not null))
        {
            return call;
        }

        var others = call.Arguments.Where(argument => LengthOf(argument) is null).ToList();
        return others.TrueForAll(IsConstant)
            ? call with { Arguments = [.. call.Arguments.Select(argument => To(argument, call.Arguments.Max(one => LengthOf(one) ?? SignsOf(one))))] }
            : call;
    }

    private static int? LengthOf(Expression expression) => expression is AttributeReference { DataType: StringType { PaddedLength: { } length } } ? length : null;

    private static bool IsConstant(Expression expression) => expression.Type is StringType && !expression.Holds<AttributeReference>();

    private static int SignsOf(Expression expression) => expression is Literal { Value: string text } ? text.EnumerateRunes().Count() : 0;

    private static Expression To(Expression expression, int length) => expression switch
    {
        Literal { Value: string text } literal => literal with { Value = text + new string(' ', Math.Max(0, length - SignsOf(literal))) },
        Literal => expression,
        AttributeReference when LengthOf(expression) >= length => expression,
        _ => Call("rpad", new StringType(), expression, Call("greatest", new IntegerType(), Call("length", new IntegerType(), expression), new Literal(length, new IntegerType())), new Literal(" ", new StringType())),
    };

    private static FunctionCall Call(string name, DataType type, params Expression[] arguments) => new(name, [.. arguments]) { ResultType = type };
}
