using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <summary>What Spark has and Microsoft.Spark's Functions do not name; with Microsoft.Spark it is reached by <c>Expr</c> or <c>Call_UDF</c>.</summary>
public static partial class Extras
{
    /// <summary>As <see cref="Column.Cast"/>, but NULL where a value does not fit.</summary>
    /// <param name="column">The value.</param>
    /// <param name="to">The type's name.</param>
    /// <returns>The converted value or NULL.</returns>
    /// <exception cref="AnalysisException">The name is no type.</exception>
    public static Column TryCast(Column column, string to) => new(new Cast(column.Expression, DataTypeParser.ParseType(to), true));

    /// <summary>A length of time as a constant, down to microseconds.</summary>
    /// <param name="length">The length.</param>
    /// <returns>The constant.</returns>
    public static Column Interval(TimeSpan length) => new(new Literal(length, new DayTimeIntervalType()));

    /// <summary>The value in the row where another is smallest.</summary>
    /// <param name="column">The value.</param>
    /// <param name="by">The other.</param>
    /// <returns>The value.</returns>
    public static Column MinBy(Column column, Column by) => Column.Call("min_by", column, by);

    /// <summary>The value in the row where another is largest.</summary>
    /// <param name="column">The value.</param>
    /// <param name="by">The other.</param>
    /// <returns>The value.</returns>
    public static Column MaxBy(Column column, Column by) => Column.Call("max_by", column, by);

    /// <summary>The quotient, NULL where the right side is 0.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column TryDivide(Column left, Column right) => Column.Call("try_divide", left, right);

    /// <summary>The quotient of whole numbers, cut toward zero, as bigint.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Div(Column left, Column right) => Column.Call("div", left, right);

    /// <summary>Whether a regular expression finds something in the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <returns>The value.</returns>
    public static Column RegexpLike(Column text, Column pattern) => Column.Call("rlike", text, pattern);

    /// <summary>A part of a URL, NULL where it is none.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="part">HOST, PATH, QUERY, REF, PROTOCOL, FILE, AUTHORITY or USERINFO.</param>
    /// <returns>The part.</returns>
    public static Column TryParseUrl(Column url, string part) => Column.Call("try_parse_url", url, part);

    /// <summary>A parameter of a URL's query, NULL where it is not there.</summary>
    /// <param name="url">The URL.</param>
    /// <param name="part">QUERY.</param>
    /// <param name="key">The parameter.</param>
    /// <returns>Its value, escapes kept.</returns>
    public static Column TryParseUrl(Column url, string part, string key) => Column.Call("try_parse_url", url, part, key);

    /// <summary>The text behind percent escapes, NULL where they are broken.</summary>
    /// <param name="text">The escaped text.</param>
    /// <returns>The text.</returns>
    public static Column TryUrlDecode(Column text) => Column.Call("try_url_decode", text);

    /// <summary>An instant from text, NULL where it does not fit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="format">The pattern, as Java's DateTimeFormatter takes it.</param>
    /// <returns>The instant.</returns>
    public static Column TryToTimestamp(Column text, string format) => Column.Call("try_to_timestamp", text, format);

    /// <summary>How many rows meet a condition.</summary>
    /// <param name="condition">A boolean.</param>
    /// <returns>The number.</returns>
    public static Column CountIf(Column condition) => Column.Call("count_if", condition);

    /// <summary>Microseconds since 1970.</summary>
    /// <param name="time">An instant.</param>
    /// <returns>The number.</returns>
    public static Column UnixMicros(Column time) => Column.Call("unix_micros", time);

    /// <summary>NULL where two values are equal, else the first.</summary>
    /// <param name="left">The first value.</param>
    /// <param name="right">The second value.</param>
    /// <returns>The value.</returns>
    public static Column NullIf(Column left, object? right) => Column.Call("nullif", left, right);
}
