namespace SparkAnalytics.Sql;

/// <content>Functions of several numbers, rounding and digits.</content>
public static partial class Functions
{
    /// <summary>The angle of a point in radians.</summary>
    /// <param name="y">The y of a point.</param>
    /// <param name="x">The x of a point.</param>
    /// <returns>The value.</returns>
    public static Column Atan2(Column y, Column x) => Call("atan2", y, x);

    /// <summary>The angle of a point in radians.</summary>
    /// <param name="y">The y of a point.</param>
    /// <param name="xName">The column of x.</param>
    /// <returns>The value.</returns>
    public static Column Atan2(Column y, string xName) => Call("atan2", y, Col(xName));

    /// <summary>The angle of a point in radians.</summary>
    /// <param name="yName">The column of y.</param>
    /// <param name="x">The x of a point.</param>
    /// <returns>The value.</returns>
    public static Column Atan2(string yName, Column x) => Call("atan2", Col(yName), x);

    /// <summary>The angle of a point in radians.</summary>
    /// <param name="yName">The column of y.</param>
    /// <param name="xName">The column of x.</param>
    /// <returns>The value.</returns>
    public static Column Atan2(string yName, string xName) => Call("atan2", Col(yName), Col(xName));

    /// <summary>The angle of a point in radians.</summary>
    /// <param name="y">The y of a point.</param>
    /// <param name="xValue">The x.</param>
    /// <returns>The value.</returns>
    public static Column Atan2(Column y, double xValue) => Call("atan2", y, xValue);

    /// <summary>The angle of a point in radians.</summary>
    /// <param name="yName">The column of y.</param>
    /// <param name="xValue">The x.</param>
    /// <returns>The value.</returns>
    public static Column Atan2(string yName, double xValue) => Call("atan2", Col(yName), xValue);

    /// <summary>The angle of a point in radians.</summary>
    /// <param name="yValue">The y.</param>
    /// <param name="x">The x of a point.</param>
    /// <returns>The value.</returns>
    public static Column Atan2(double yValue, Column x) => Call("atan2", yValue, x);

    /// <summary>The angle of a point in radians.</summary>
    /// <param name="yValue">The y.</param>
    /// <param name="xName">The column of x.</param>
    /// <returns>The value.</returns>
    public static Column Atan2(double yValue, string xName) => Call("atan2", yValue, Col(xName));

    /// <summary>The length of the hypotenuse.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Hypot(Column left, Column right) => Call("hypot", left, right);

    /// <summary>The length of the hypotenuse.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="rightName">The right column.</param>
    /// <returns>The value.</returns>
    public static Column Hypot(Column left, string rightName) => Call("hypot", left, Col(rightName));

    /// <summary>The length of the hypotenuse.</summary>
    /// <param name="leftName">The left column.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Hypot(string leftName, Column right) => Call("hypot", Col(leftName), right);

    /// <summary>The length of the hypotenuse.</summary>
    /// <param name="leftName">The left column.</param>
    /// <param name="rightName">The right column.</param>
    /// <returns>The value.</returns>
    public static Column Hypot(string leftName, string rightName) => Call("hypot", Col(leftName), Col(rightName));

    /// <summary>The length of the hypotenuse.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Hypot(Column left, double right) => Call("hypot", left, right);

    /// <summary>The length of the hypotenuse.</summary>
    /// <param name="leftName">The left column.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Hypot(string leftName, double right) => Call("hypot", Col(leftName), right);

    /// <summary>The length of the hypotenuse.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Hypot(double left, Column right) => Call("hypot", left, right);

    /// <summary>The length of the hypotenuse.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="rightName">The right column.</param>
    /// <returns>The value.</returns>
    public static Column Hypot(double left, string rightName) => Call("hypot", left, Col(rightName));

    /// <summary>The left side to the power of the right.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Pow(Column left, Column right) => Call("pow", left, right);

    /// <summary>The left side to the power of the right.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="rightName">The right column.</param>
    /// <returns>The value.</returns>
    public static Column Pow(Column left, string rightName) => Call("pow", left, Col(rightName));

    /// <summary>The left side to the power of the right.</summary>
    /// <param name="leftName">The left column.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Pow(string leftName, Column right) => Call("pow", Col(leftName), right);

    /// <summary>The left side to the power of the right.</summary>
    /// <param name="leftName">The left column.</param>
    /// <param name="rightName">The right column.</param>
    /// <returns>The value.</returns>
    public static Column Pow(string leftName, string rightName) => Call("pow", Col(leftName), Col(rightName));

    /// <summary>The left side to the power of the right.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Pow(Column left, double right) => Call("pow", left, right);

    /// <summary>The left side to the power of the right.</summary>
    /// <param name="leftName">The left column.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Pow(string leftName, double right) => Call("pow", Col(leftName), right);

    /// <summary>The left side to the power of the right.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Pow(double left, Column right) => Call("pow", left, right);
}
