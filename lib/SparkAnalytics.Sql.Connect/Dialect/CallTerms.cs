using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using Proto = SparkAnalytics.Sql.Connect.Protocol;

namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>A call to be translated: its arguments, compiled when asked for.</summary>
internal sealed class CallTerms(FunctionCall call, Func<Expression, Proto.Expression> compile)
{
    public string Name => call.Name;

    public int Count => call.Arguments.Length;

    public bool IsDistinct => call.IsDistinct;

    public DataType Result => call.Type;

    public Proto.Expression this[int index] => compile(call.Arguments[index]);

    public IEnumerable<Proto.Expression> All => call.Arguments.Select(compile);

    /// <summary>An expression of the same plan, compiled.</summary>
    public Proto.Expression Compiled(Expression expression) => compile(expression);

    public Expression Argument(int index) => call.Arguments[index];

    public DataType Type(int index) => call.Arguments[index].Type;

    public bool IsTrue(int index) => index < Count && call.Arguments[index] is Literal { Value: true };

    /// <summary>An argument that is a constant text.</summary>
    /// <exception cref="AnalysisException">It is none.</exception>
    public string Constant(int index) => Folded(index) is Literal { Value: string text }
        ? text
        : throw new AnalysisException($"Argument {index + 1} of '{Name}' must be a constant text on the engine Spark.");

    public bool IsNullConstant(int index) => Folded(index) is Literal { Value: null };

    /// <summary>An argument; a constant's cast to text is looked through, as programs write <c>Lit(null).Cast("string")</c>.</summary>
    private Expression Folded(int index) => call.Arguments[index] is Cast { Child: Literal { Value: null or string } literal, To: StringType } ? literal : call.Arguments[index];
}
