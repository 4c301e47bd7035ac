using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>One call as a line of the function tables sees it: its arguments in SQL, their types, and the type of the result.</summary>
internal sealed class CallSql(FunctionCall call, IExpressionCompiler compiler, string over)
{
    private readonly string?[] _arguments = new string?[call.Arguments.Length];

    public string Name => call.Name;

    /// <summary>The moment that the whole statement takes as now.</summary>
    public Timestamp Now => compiler.Now;

    public int Count => call.Arguments.Length;

    /// <summary>The declared type of the result.</summary>
    public DataType Result => call.Type;

    public string ResultSql => SqlTypes.Name(call.Type);

    /// <summary>An argument in SQL.</summary>
    public string this[int index] => _arguments[index] ??= compiler.Compile(call.Arguments[index]);

    /// <summary>All arguments in SQL, separated by commas.</summary>
    public string All => string.Join(", ", Enumerable.Range(0, Count).Select(index => this[index]));

    public DataType Type(int index) => call.Arguments[index].Type;

    public Expression Argument(int index) => call.Arguments[index];

    /// <summary>Whether an argument is the constant TRUE.</summary>
    public bool IsTrue(int index) => index < Count && call.Arguments[index] is Literal { Value: true };

    /// <summary>An argument that must be a text constant, since it is translated together with the plan.</summary>
    /// <exception cref="AnalysisException">It is computed from columns.</exception>
    public string Constant(int index) => call.Arguments[index] is Literal { Value: string text }
        ? text
        : throw new AnalysisException($"The embedded engine wants argument {index + 1} of '{Name}' as a constant text.");

    /// <summary>An SQL aggregate or window function with this call's DISTINCT and OVER.</summary>
    /// <param name="name">DuckDB's name.</param>
    /// <param name="arguments">The arguments in SQL.</param>
    /// <param name="filter">Which rows count, or null for all.</param>
    /// <param name="isDistinct">Whether only distinct values count, whatever the call says.</param>
    public string Aggregate(string name, string arguments, string? filter = null, bool isDistinct = false)
    {
        var distinct = call.IsDistinct || isDistinct ? "DISTINCT " : string.Empty;
        var where = filter is null ? string.Empty : $" FILTER (WHERE {filter})";
        return $"{name}({distinct}{arguments}){where}{over}";
    }

    /// <summary>Whether the call says DISTINCT.</summary>
    public bool IsDistinct => call.IsDistinct;

    /// <summary>The SQL of an expression over this call's arguments.</summary>
    public string Compile(Expression expression) => compiler.Compile(expression);

    /// <summary>A value in SQL brought to the declared type.</summary>
    public string Typed(string sql) => $"CAST({sql} AS {ResultSql})";
}
