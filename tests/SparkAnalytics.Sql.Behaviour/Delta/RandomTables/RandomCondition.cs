using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Sql.Behaviour.Delta.RandomTables;

/// <summary>A condition on rows, for an engine and for rows in memory.</summary>
/// <param name="Column">For an engine.</param>
/// <param name="Sql">In Spark's SQL, or null where it has a value that is no plain number.</param>
/// <param name="Holds">Whether a row meets it; an unknown result counts as false.</param>
public sealed record RandomCondition(Column Column, string? Sql, Func<IReadOnlyList<object?>, bool> Holds)
{
    /// <summary>A condition on the number, on what is missing, or on one of the values that there are.</summary>
    internal static RandomCondition Next(Random random, StructType schema, IReadOnlyList<IReadOnlyList<object?>> rows)
    {
        var index = random.Next(1, schema.Fields.Count);
        var field = schema.Fields[index];
        var limit = random.Next(-2, 40);
        return random.Next(5) switch
        {
            0 => OfNumber($"id < {limit}", Col("id") < (long)limit, id => id < limit),
            1 => OfNumber($"id % 3 = {limit % 3}", Col("id") % 3L == (long)(limit % 3), id => id % 3 == limit % 3),
            2 => new RandomCondition(Col(Quoted(field.Name)).IsNull(), $"{Quoted(field.Name)} IS NULL", row => row[index] is null),
            3 when rows.Count > 0 && IsComparable(field.DataType) && rows[random.Next(rows.Count)][index] is { } value => OfValue(random, field, index, value),
            _ => OfNumber($"id BETWEEN {limit - 5} AND {limit}", Col("id").Between((long)(limit - 5), (long)limit), id => id >= limit - 5 && id <= limit),
        };
    }

    public override string ToString() => Sql ?? Column.ToString();

    /// <summary>A name that is one column whatever it holds.</summary>
    public static string Quoted(string name) => $"`{name.Replace("`", "``", StringComparison.Ordinal)}`";

    private static RandomCondition OfNumber(string sql, Column column, Func<long, bool> holds) => new(column, sql, row => holds((long)row[0]!));

    private static RandomCondition OfValue(Random random, StructField field, int index, object value)
    {
        var (column, constant) = (Col(Quoted(field.Name)), Lit(value).Cast(field.DataType.SimpleString));
        int? Compared(IReadOnlyList<object?> row) => row[index] is { } own ? Compare(own, value) : null;
        return random.Next(3) switch
        {
            0 => new RandomCondition(column == constant, null, row => Compared(row) == 0),
            1 => new RandomCondition(column < constant, null, row => Compared(row) < 0),
            _ => new RandomCondition(column >= constant, null, row => Compared(row) >= 0),
        };
    }

    private static bool IsComparable(DataType type) => type is not (ArrayType or MapType or StructType or BinaryType);

    /// <summary>In Spark's order, where NaN is the greatest number and text goes by its bytes.</summary>
    private static int Compare(object one, object other) => (one, other) switch
    {
        (string text, string second) => System.Text.Encoding.UTF8.GetBytes(text).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(second)),
        (double number, double second) => double.IsNaN(number) ? (double.IsNaN(second) ? 0 : 1) : double.IsNaN(second) ? -1 : number.CompareTo(second),
        (float number, float second) => Compare((double)number, (double)second),
        (Date day, Date second) => day.CompareTo(second),
        (Timestamp moment, Timestamp second) => moment.CompareTo(second),
        _ => ((IComparable)one).CompareTo(other),
    };
}
