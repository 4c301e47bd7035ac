namespace SparkAnalytics.Sql;

/// <content>Operators.</content>
public sealed partial class Column
{
    /// <summary>The number with its sign changed.</summary>
    /// <param name="self">The number.</param>
    /// <returns>The value.</returns>
    public static Column operator -(Column self) => Call("negative", self);

    /// <summary>Not.</summary>
    /// <param name="self">A boolean.</param>
    /// <returns>The value.</returns>
    public static Column operator !(Column self) => Call("not", self);

    /// <summary>Both, with Spark's three values.</summary>
    /// <param name="lhs">A boolean.</param>
    /// <param name="rhs">A boolean.</param>
    /// <returns>The value.</returns>
    public static Column operator &(Column lhs, Column rhs) => Call("and", lhs, rhs);

    /// <summary>One or both, with Spark's three values.</summary>
    /// <param name="lhs">A boolean.</param>
    /// <param name="rhs">A boolean.</param>
    /// <returns>The value.</returns>
    public static Column operator |(Column lhs, Column rhs) => Call("or", lhs, rhs);

    /// <summary>Equal.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator ==(Column lhs, object? rhs) => Call("==", lhs, rhs);

    /// <summary>Unequal.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator !=(Column lhs, object? rhs) => Call("!=", lhs, rhs);

    /// <summary>Greater than.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator >(Column lhs, object? rhs) => Call(">", lhs, rhs);

    /// <summary>Less than.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator <(Column lhs, object? rhs) => Call("<", lhs, rhs);

    /// <summary>At most.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator <=(Column lhs, object? rhs) => Call("<=", lhs, rhs);

    /// <summary>At least.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator >=(Column lhs, object? rhs) => Call(">=", lhs, rhs);

    /// <summary>Sum.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator +(Column lhs, object? rhs) => Call("+", lhs, rhs);

    /// <summary>Difference.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator -(Column lhs, object? rhs) => Call("-", lhs, rhs);

    /// <summary>Product.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator *(Column lhs, object? rhs) => Call("*", lhs, rhs);

    /// <summary>Quotient; whole numbers give a double, decimals a decimal, and division by zero is an error when the plan runs.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator /(Column lhs, object? rhs) => Call("/", lhs, rhs);

    /// <summary>Remainder, with the sign of the left side.</summary>
    /// <param name="lhs">The left side.</param>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public static Column operator %(Column lhs, object? rhs) => Call("%", lhs, rhs);
}
