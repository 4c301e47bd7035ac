using System.Data.SqlTypes;
using System.Globalization;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <summary>One row of a result. Values are .NET values as the data types' documentation names them; an array is an <c>object?[]</c>, a structure a <see cref="Row"/>, a map a dictionary.</summary>
public sealed class Row
{
    /// <summary>Makes a row.</summary>
    /// <param name="values">The values, in the schema's order; kept, not copied.</param>
    /// <param name="schema">The columns.</param>
    public Row(object?[] values, StructType schema)
    {
        Values = values;
        Schema = schema;
    }

    /// <summary>The columns.</summary>
    public StructType Schema { get; }

    /// <summary>The values, in the schema's order.</summary>
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

    /// <summary>A value by name, case respected as Microsoft.Spark does.</summary>
    /// <param name="columnName">The column.</param>
    /// <returns>The value, null for NULL.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    public object? Get(string columnName) => Values[IndexOf(columnName)];

    /// <summary>A value by position, as a type.</summary>
    /// <typeparam name="T">The wanted type; numbers are converted.</typeparam>
    /// <param name="index">From 0.</param>
    /// <returns>The value.</returns>
    /// <exception cref="OverflowException">A number is beyond the type: of more digits than <see cref="decimal"/> holds, for instance.</exception>
    public T GetAs<T>(int index) => Convert<T>(index);

    /// <summary>A value by name, as a type.</summary>
    /// <typeparam name="T">The wanted type; numbers are converted.</typeparam>
    /// <param name="columnName">The column.</param>
    /// <returns>The value.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such column.</exception>
    /// <exception cref="OverflowException">A number is beyond the type: of more digits than <see cref="decimal"/> holds, for instance.</exception>
    public T GetAs<T>(string columnName) => Convert<T>(IndexOf(columnName));

    /// <summary>The values in brackets, NULL as empty text.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"[{string.Join(",", Values)}]";

    private T Convert<T>(int index)
    {
        var wanted = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        return Values[index] switch
        {
            T typed => typed,
            null when default(T) is null => default!,
            decimal number when wanted == typeof(SqlDecimal) => (T)(object)new SqlDecimal(number),
            SqlDecimal number when wanted == typeof(double) || wanted == typeof(float) => (T)System.Convert.ChangeType(number.ToString(), wanted, CultureInfo.InvariantCulture),
            SqlDecimal number when wanted.IsPrimitive || wanted == typeof(decimal) => (T)System.Convert.ChangeType(Narrowed(number, index), wanted, CultureInfo.InvariantCulture),
            IConvertible value when wanted.IsPrimitive || wanted == typeof(decimal) => (T)System.Convert.ChangeType(value, wanted, CultureInfo.InvariantCulture),
            var value => (T)value!,
        };
    }

    private decimal Narrowed(SqlDecimal number, int index) => DecimalValues.ToDecimal(number)
        ?? throw new OverflowException($"The value {number} of the column '{Schema.Fields[index].Name}' has more digits than System.Decimal holds; read it as SqlDecimal.");

    private int IndexOf(string columnName)
    {
        var index = Schema.Fields.FindIndex(field => field.Name == columnName);
        return index >= 0
            ? index
            : throw new IndexOutOfRangeException($"The row has no column '{columnName}'; it has {string.Join(", ", Schema.Fields.Select(field => field.Name))}.");
    }
}
