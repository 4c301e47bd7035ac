namespace SparkAnalytics.Sql;

/// <content>Functions of text.</content>
public static partial class Functions
{
    /// <summary>The code of the first character.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Ascii(Column column) => Call("ascii", column);

    /// <summary>Bytes in Base64.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Base64(Column column) => Call("base64", column);

    /// <summary>Each word with a capital, the rest small.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column InitCap(Column column) => Call("initcap", column);

    /// <summary>How many characters, or bytes.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Length(Column column) => Call("length", column);

    /// <summary>In small letters.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Lower(Column column) => Call("lower", column);

    /// <summary>The bytes of Base64.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Unbase64(Column column) => Call("unbase64", column);

    /// <summary>The Soundex code.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Soundex(Column column) => Call("soundex", column);

    /// <summary>In capitals.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Upper(Column column) => Call("upper", column);

    /// <summary>Texts joined, NULL left out.</summary>
    /// <param name="sep">What stands between.</param>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column ConcatWs(string sep, params Column[] columns) => Call("concat_ws", [Lit(sep), .. columns]);

    /// <summary>The text of bytes.</summary>
    /// <param name="column">The value.</param>
    /// <param name="charset">E.g. <c>UTF-8</c>.</param>
    /// <returns>The value.</returns>
    public static Column Decode(Column column, string charset) => Call("decode", column, charset);

    /// <summary>The bytes of a text.</summary>
    /// <param name="column">The value.</param>
    /// <param name="charset">E.g. <c>UTF-8</c>.</param>
    /// <returns>The value.</returns>
    public static Column Encode(Column column, string charset) => Call("encode", column, charset);

    /// <summary>A number with commas.</summary>
    /// <param name="column">The value.</param>
    /// <param name="d">Digits after the point.</param>
    /// <returns>The value.</returns>
    public static Column FormatNumber(Column column, int d) => Call("format_number", column, d);

    /// <summary>Values in a text, as C's printf does.</summary>
    /// <param name="format">The text with places such as <c>%d</c>.</param>
    /// <param name="columns">The values.</param>
    /// <returns>The value.</returns>
    public static Column FormatString(string format, params Column[] columns) => Call("format_string", [Lit(format), .. columns]);

    /// <summary>Where a text first occurs, from 1; 0 where it does not.</summary>
    /// <param name="column">The value.</param>
    /// <param name="substring">Substring.</param>
    /// <returns>The value.</returns>
    public static Column Instr(Column column, string substring) => Call("instr", column, substring);

    /// <summary>How many changes of one character lie between two texts.</summary>
    /// <param name="left">The left side.</param>
    /// <param name="right">The right side.</param>
    /// <returns>The value.</returns>
    public static Column Levenshtein(Column left, Column right) => Call("levenshtein", left, right);

    /// <summary>Where a text first occurs, from 1; 0 where it does not.</summary>
    /// <param name="substring">Substring.</param>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Locate(string substring, Column column) => Call("locate", substring, column);

    /// <summary>Where a text first occurs, from 1; 0 where it does not.</summary>
    /// <param name="substring">Substring.</param>
    /// <param name="column">The value.</param>
    /// <param name="pos">Where to begin, from 1.</param>
    /// <returns>The value.</returns>
    public static Column Locate(string substring, Column column, int pos) => Call("locate", substring, column, pos);

    /// <summary>Filled or cut on the left to a length.</summary>
    /// <param name="column">The value.</param>
    /// <param name="len">How many characters.</param>
    /// <param name="pad">What fills.</param>
    /// <returns>The value.</returns>
    public static Column Lpad(Column column, int len, string pad) => Call("lpad", column, len, pad);

    /// <summary>Filled or cut on the right to a length.</summary>
    /// <param name="column">The value.</param>
    /// <param name="len">How many characters.</param>
    /// <param name="pad">What fills.</param>
    /// <returns>The value.</returns>
    public static Column Rpad(Column column, int len, string pad) => Call("rpad", column, len, pad);

    /// <summary>Without characters at the start; spaces only.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Ltrim(Column column) => Call("ltrim", column);

    /// <summary>Without characters at the start.</summary>
    /// <param name="column">The value.</param>
    /// <param name="trimString">The characters.</param>
    /// <returns>The value.</returns>
    public static Column Ltrim(Column column, string trimString) => Call("ltrim", column, trimString);

    /// <summary>Without characters at the end; spaces only.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Rtrim(Column column) => Call("rtrim", column);

    /// <summary>Without characters at the end.</summary>
    /// <param name="column">The value.</param>
    /// <param name="trimString">The characters.</param>
    /// <returns>The value.</returns>
    public static Column Rtrim(Column column, string trimString) => Call("rtrim", column, trimString);

    /// <summary>Without characters at both ends; spaces only.</summary>
    /// <param name="column">The value.</param>
    /// <returns>The value.</returns>
    public static Column Trim(Column column) => Call("trim", column);
}
