using System.Data.SqlTypes;
using Microsoft.Data.Analysis;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.DataAnalysis;

/// <summary>A column that grows value by value.</summary>
/// <param name="Column">The column.</param>
/// <param name="Append">Adds a value, null for NULL.</param>
internal sealed record ColumnBuilder(DataFrameColumn Column, Action<object?> Append)
{
    /// <summary>The column as a type that Microsoft.Data.Analysis knows; what it does not know becomes text on the engine.</summary>
    public static Column Readable(DataFrame rows, StructField member)
    {
        var column = rows.Col($"`{member.Name}`");
        return member.DataType switch
        {
            BinaryType => Functions.Base64(column).Alias(member.Name),
            ArrayType or MapType or StructType => Functions.ToJson(column).Alias(member.Name),
            DayTimeIntervalType or NullType => column.Cast("string").Alias(member.Name),
            _ => column,
        };
    }

    /// <summary>An empty column of a member's name and type.</summary>
    public static ColumnBuilder Of(StructField member) => member.DataType switch
    {
        BooleanType => Values(new BooleanDataFrameColumn(member.Name, 0L), value => (bool)value),
        ByteType => Values(new SByteDataFrameColumn(member.Name, 0L), value => (sbyte)value),
        ShortType => Values(new Int16DataFrameColumn(member.Name, 0L), value => (short)value),
        IntegerType => Values(new Int32DataFrameColumn(member.Name, 0L), value => (int)value),
        LongType => Values(new Int64DataFrameColumn(member.Name, 0L), value => (long)value),
        FloatType => Values(new SingleDataFrameColumn(member.Name, 0L), value => (float)value),
        DoubleType => Values(new DoubleDataFrameColumn(member.Name, 0L), value => (double)value),
        DecimalType => Values(new DecimalDataFrameColumn(member.Name, 0L), value => Narrowed(value, member)),
        DateType => Values(new DateTimeDataFrameColumn(member.Name, 0L), value => ((Date)value).ToDateTime()),
        TimestampType => Values(new DateTimeDataFrameColumn(member.Name, 0L), value => ((Timestamp)value).ToDateTime()),
        TimestampNtzType => Values(new DateTimeDataFrameColumn(member.Name, 0L), value => DateTime.SpecifyKind(((Timestamp)value).ToDateTime(), DateTimeKind.Unspecified)),
        _ => Texts(new StringDataFrameColumn(member.Name, 0L)),
    };

    private static decimal Narrowed(object value, StructField member) => value is SqlDecimal wide
        ? DecimalValues.ToDecimal(wide) ?? throw new OverflowException($"The value {wide} of the column '{member.Name}' has more digits than .NET's decimal holds; cast the column to string.")
        : (decimal)value;

    private static ColumnBuilder Values<T>(PrimitiveDataFrameColumn<T> column, Func<object, T> convert)
        where T : unmanaged => new(column, value => column.Append(value is null ? null : convert(value)));

    private static ColumnBuilder Texts(StringDataFrameColumn column) => new(column, value => column.Append((string?)value));
}
