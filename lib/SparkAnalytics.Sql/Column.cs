using System.Collections.Immutable;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <summary>
/// A value computed from the columns of a DataFrame, named and looked up when a DataFrame takes it.
/// Operators make expressions: <c>a == b</c> is a Column, not a truth; compare references with <c>is null</c>.
/// </summary>
public sealed partial class Column
{
    /// <summary>Wraps an expression.</summary>
    /// <param name="expression">The expression, its names still open.</param>
    public Column(Expression expression) => Expression = expression;

    /// <summary>The expression.</summary>
    public Expression Expression { get; }

    /// <summary>Names after an <c>As</c> with several names, for generators; else empty.</summary>
    internal ImmutableArray<string> Names { get; private init; } = [];

    /// <summary>Gives the value a name.</summary>
    /// <param name="alias">The name.</param>
    /// <returns>The named column.</returns>
    public Column Alias(string alias) => new(new Alias(Expression, alias));

    /// <inheritdoc cref="Alias"/>
    public Column As(string alias) => Alias(alias);

    /// <inheritdoc cref="Alias"/>
    public Column Name(string alias) => Alias(alias);

    /// <summary>Names the columns of a generator that makes several, e.g. <c>PosExplode</c>.</summary>
    /// <param name="alias">The names, in order.</param>
    /// <returns>The named columns.</returns>
    public Column As(IEnumerable<string> alias) => new(Expression) { Names = [.. alias] };

    /// <summary>Converts by Spark's rules with ANSI on: a value that does not fit is an error when the plan runs.</summary>
    /// <param name="to">The type's name, e.g. <c>int</c> or <c>decimal(18,2)</c>.</param>
    /// <returns>The converted value.</returns>
    /// <exception cref="AnalysisException">The name is no type.</exception>
    public Column Cast(string to) => new(new Cast(Expression, Types.DataTypeParser.ParseType(to)));

    /// <summary>Prints the expression.</summary>
    /// <param name="extended">Prints its whole tree instead of its name.</param>
    public void Explain(bool extended) => Console.Out.WriteLine(extended ? Expression.ToString() : ToString());

    /// <summary>The name that the column would get.</summary>
    /// <returns>The name.</returns>
    public override string ToString() => Analysis.ExpressionName.Of(Expression);

    /// <summary>Whether both are the same object; use <see cref="EqualTo"/> for an expression.</summary>
    /// <param name="obj">The other.</param>
    /// <returns>True for the same object.</returns>
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc/>
    public override int GetHashCode() => System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode(this);

    internal static Column Call(string function, params ReadOnlySpan<object?> arguments)
    {
        var expressions = ImmutableArray.CreateBuilder<Expression>(arguments.Length);
        foreach (var argument in arguments)
        {
            expressions.Add(Literals.Of(argument));
        }

        return new Column(new FunctionCall(function, expressions.MoveToImmutable()));
    }
}
