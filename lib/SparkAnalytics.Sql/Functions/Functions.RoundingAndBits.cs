namespace SparkAnalytics.Sql;

/// <content>Functions of several numbers, rounding and digits.</content>
public static partial class Functions
{
    /// <summary>The left side to the power of the right.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="rightName">The right column.</param>
    /// <returns>The value.</returns>
    public static Column Pow(double left, string rightName) => Call("pow", left, Col(rightName));

    /// <summary>The natural logarithm.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Log(Column column) => Call("log", column);

    /// <summary>The natural logarithm.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Log(string columnName) => Call("log", Col(columnName));

    /// <summary>The logarithm to a base.</summary>
    /// <param name="logBase">The base.</param>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Log(double logBase, Column column) => Call("log", logBase, column);

    /// <summary>The logarithm to a base.</summary>
    /// <param name="logBase">The base.</param>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    public static Column Log(double logBase, string columnName) => Call("log", logBase, Col(columnName));

    /// <summary>Digits of one base in another.</summary>
    /// <param name="column">The value.</param>
    /// <param name="fromBase">The base of the digits.</param>
    /// <param name="toBase">The wanted base.</param>
    /// <returns>The value.</returns>
    public static Column Conv(Column column, int fromBase, int toBase) => Call("conv", column, fromBase, toBase);

    /// <summary>The factorial of 0 to 20, else NULL.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Factorial(Column column) => Call("factorial", column);

    /// <summary>The hexadecimal digits.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Hex(Column column) => Call("hex", column);

    /// <summary>The bytes of hexadecimal digits.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Unhex(Column column) => Call("unhex", column);

    /// <summary>The remainder, never negative for a positive right side.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Pmod(Column left, Column right) => Call("pmod", left, right);

    /// <summary>Rounded, half away from zero.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Round(Column column) => Call("round", column, 0);

    /// <summary>Rounded, half away from zero.</summary>
    /// <param name="column">The value.</param>
    /// <param name="scale">Digits after the point.</param>
    /// <returns>The value.</returns>
    public static Column Round(Column column, int scale) => Call("round", column, scale);

    /// <summary>Rounded, half to even.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Bround(Column column) => Call("bround", column, 0);

    /// <summary>Rounded, half to even.</summary>
    /// <param name="column">The value.</param>
    /// <param name="scale">Digits after the point.</param>
    /// <returns>The value.</returns>
    public static Column Bround(Column column, int scale) => Call("bround", column, scale);

    /// <summary>Bits moved up.</summary>
    /// <param name="column">The value.</param>
    /// <param name="numBits">How far.</param>
    /// <returns>The value.</returns>
    public static Column ShiftLeft(Column column, int numBits) => Call("shiftleft", column, numBits);

    /// <summary>Bits moved down, the sign kept.</summary>
    /// <param name="column">The value.</param>
    /// <param name="numBits">How far.</param>
    /// <returns>The value.</returns>
    public static Column ShiftRight(Column column, int numBits) => Call("shiftright", column, numBits);

    /// <summary>Bits moved down, zeros filled in.</summary>
    /// <param name="column">The value.</param>
    /// <param name="numBits">How far.</param>
    /// <returns>The value.</returns>
    public static Column ShiftRightUnsigned(Column column, int numBits) => Call("shiftrightunsigned", column, numBits);

    /// <summary>Bits moved up.</summary>
    /// <param name="column">The value.</param>
    /// <param name="numBits">How far.</param>
    /// <returns>The value.</returns>
    public static Column Shiftleft(Column column, int numBits) => Call("shiftleft", column, numBits);

    /// <summary>Bits moved down, the sign kept.</summary>
    /// <param name="column">The value.</param>
    /// <param name="numBits">How far.</param>
    /// <returns>The value.</returns>
    public static Column Shiftright(Column column, int numBits) => Call("shiftright", column, numBits);

    /// <summary>Bits moved down, zeros filled in.</summary>
    /// <param name="column">The value.</param>
    /// <param name="numBits">How far.</param>
    /// <returns>The value.</returns>
    public static Column Shiftrightunsigned(Column column, int numBits) => Call("shiftrightunsigned", column, numBits);
}
