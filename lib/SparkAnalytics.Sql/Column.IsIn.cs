using System.Data.SqlTypes;

namespace SparkAnalytics.Sql;

/// <content>Membership in a list.</content>
public sealed partial class Column
{
    /// <summary>Whether the value is one of a list; NULL where it is NULL.</summary>
    /// <param name="list">The constants.</param>
    /// <returns>The value.</returns>
    public Column IsIn(params string[] list) => Call("in", [this, .. list]);

    /// <summary>Whether the value is one of a list; NULL where it is NULL.</summary>
    /// <param name="list">The constants.</param>
    /// <returns>The value.</returns>
    public Column IsIn(params int[] list) => Call("in", [this, .. list]);

    /// <summary>Whether the value is one of a list; NULL where it is NULL.</summary>
    /// <param name="list">The constants.</param>
    /// <returns>The value.</returns>
    public Column IsIn(params long[] list) => Call("in", [this, .. list]);

    /// <summary>Whether the value is one of a list; NULL where it is NULL.</summary>
    /// <param name="list">The constants.</param>
    /// <returns>The value.</returns>
    public Column IsIn(params bool[] list) => Call("in", [this, .. list]);

    /// <summary>Whether the value is one of a list; NULL where it is NULL.</summary>
    /// <param name="list">The constants.</param>
    /// <returns>The value.</returns>
    public Column IsIn(params short[] list) => Call("in", [this, .. list]);

    /// <summary>Whether the value is one of a list; NULL where it is NULL.</summary>
    /// <param name="list">The constants.</param>
    /// <returns>The value.</returns>
    public Column IsIn(params float[] list) => Call("in", [this, .. list]);

    /// <summary>Whether the value is one of a list; NULL where it is NULL.</summary>
    /// <param name="list">The constants.</param>
    /// <returns>The value.</returns>
    public Column IsIn(params double[] list) => Call("in", [this, .. list]);

    /// <summary>Whether the value is one of a list; NULL where it is NULL.</summary>
    /// <param name="list">The constants.</param>
    /// <returns>The value.</returns>
    public Column IsIn(params decimal[] list) => Call("in", [this, .. list]);

    /// <summary>Whether the value is one of a list; NULL where it is NULL. Not in Microsoft.Spark.</summary>
    /// <param name="list">The constants, of up to 38 digits.</param>
    /// <returns>The value.</returns>
    public Column IsIn(params SqlDecimal[] list) => Call("in", [this, .. list]);
}
