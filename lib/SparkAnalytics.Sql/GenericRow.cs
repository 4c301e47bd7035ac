namespace SparkAnalytics.Sql;

/// <summary>Values of one row to be handed in, without a schema.</summary>
public sealed class GenericRow
{
    /// <summary>Makes a row.</summary>
    /// <param name="values">The values, in the schema's order; kept, not copied.</param>
    public GenericRow(object?[] values) => Values = values;

    /// <summary>The values.</summary>
    public object?[] Values { get; }

    /// <summary>A value by position.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The value, null for NULL.</returns>
    public object? this[int index] => Values[index];

    /// <summary>How many values.</summary>
    /// <returns>The number.</returns>
    public int Size() => Values.Length;

    /// <summary>A value by position.</summary>
    /// <param name="index">From 0.</param>
    /// <returns>The value, null for NULL.</returns>
    public object? Get(int index) => Values[index];

    /// <summary>A value by position, as a type.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="index">From 0.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidCastException">The value is of another type.</exception>
    public T GetAs<T>(int index) => (T)Values[index]!;

    /// <summary>The values in brackets, NULL as empty text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"[{string.Join(",", Values)}]";
}
