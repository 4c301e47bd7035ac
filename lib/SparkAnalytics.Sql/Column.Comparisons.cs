namespace SparkAnalytics.Sql;

/// <content>Operators by name.</content>
public sealed partial class Column
{
    /// <summary>One or both are true.</summary>
    /// <param name="other">A boolean.</param>
    /// <returns>The value.</returns>
    public Column Or(Column other) => Call("or", this, other);

    /// <summary>Both are true.</summary>
    /// <param name="other">A boolean.</param>
    /// <returns>The value.</returns>
    public Column And(Column other) => Call("and", this, other);

    /// <summary>Equal; NULL where a side is NULL.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column EqualTo(object? rhs) => Call("==", this, rhs);

    /// <summary>Unequal; NULL where a side is NULL.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column NotEqual(object? rhs) => Call("!=", this, rhs);

    /// <summary>Greater than.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Gt(object? rhs) => Call(">", this, rhs);

    /// <summary>Less than.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Lt(object? rhs) => Call("<", this, rhs);

    /// <summary>At most.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Leq(object? rhs) => Call("<=", this, rhs);

    /// <summary>At least.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Geq(object? rhs) => Call(">=", this, rhs);

    /// <summary>Equal, where NULL equals NULL.</summary>
    /// <param name="obj">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column EqNullSafe(object? obj) => Call("<=>", this, obj);

    /// <summary>Sum.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Plus(object? rhs) => Call("+", this, rhs);

    /// <summary>Difference.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Minus(object? rhs) => Call("-", this, rhs);

    /// <summary>Product.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Multiply(object? rhs) => Call("*", this, rhs);

    /// <summary>Quotient.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Divide(object? rhs) => Call("/", this, rhs);

    /// <summary>Remainder.</summary>
    /// <param name="rhs">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column Mod(object? rhs) => Call("%", this, rhs);

    /// <summary>Bits set in one or both.</summary>
    /// <param name="other">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column BitwiseOR(object? other) => Call("|", this, other);

    /// <summary>Bits set in both.</summary>
    /// <param name="other">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column BitwiseAND(object? other) => Call("&", this, other);

    /// <summary>Bits set in one only.</summary>
    /// <param name="other">The right side: a column or a constant.</param>
    /// <returns>The value.</returns>
    public Column BitwiseXOR(object? other) => Call("^", this, other);
}
