namespace SparkAnalytics.Sql;

/// <content>Functions of text.</content>
public static partial class Functions
{
    /// <summary>Without characters at both ends.</summary>
    /// <param name="column">The value.</param>
    /// <param name="trimString">The characters.</param>
    /// <returns>The value.</returns>
    public static Column Trim(Column column, string trimString) => Call("trim", column, trimString);

    /// <summary>What a group of a regular expression first finds; empty where nothing is found.</summary>
    /// <param name="column">The value.</param>
    /// <param name="exp">The regular expression.</param>
    /// <param name="groupIdx">The group, 0 for the whole.</param>
    /// <returns>The value.</returns>
    public static Column RegexpExtract(Column column, string exp, int groupIdx) => Call("regexp_extract", column, exp, groupIdx);

    /// <summary>All that a regular expression finds, replaced.</summary>
    /// <param name="column">The value.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="replacement">With <c>$1</c> for groups.</param>
    /// <returns>The value.</returns>
    public static Column RegexpReplace(Column column, string pattern, string replacement) => Call("regexp_replace", column, pattern, replacement);

    /// <summary>All that a regular expression finds, replaced.</summary>
    /// <param name="column">The value.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="replacement">With <c>$1</c> for groups.</param>
    /// <returns>The value.</returns>
    public static Column RegexpReplace(Column column, Column pattern, Column replacement) => Call("regexp_replace", column, pattern, replacement);

    /// <summary>The text several times.</summary>
    /// <param name="column">The value.</param>
    /// <param name="n">How often.</param>
    /// <returns>The value.</returns>
    public static Column Repeat(Column column, int n) => Call("repeat", column, n);

    /// <summary>The parts between what a regular expression finds.</summary>
    /// <param name="column">The value.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <returns>The value.</returns>
    public static Column Split(Column column, string pattern) => Call("split", column, pattern);

    /// <summary>The parts between what a regular expression finds.</summary>
    /// <param name="column">The value.</param>
    /// <param name="pattern">The regular expression.</param>
    /// <param name="limit">At most so many parts; 0 or less for all.</param>
    /// <returns>The value.</returns>
    public static Column Split(Column column, string pattern, int limit) => Call("split", column, pattern, limit);

    /// <summary>A part of a text or of bytes.</summary>
    /// <param name="column">The value.</param>
    /// <param name="pos">From 1; negative counts from the end.</param>
    /// <param name="len">How many characters.</param>
    /// <returns>The value.</returns>
    public static Column Substring(Column column, int pos, int len) => Call("substring", column, pos, len);

    /// <summary>What stands before the n-th delimiter, or after it where the number is negative.</summary>
    /// <param name="column">The value.</param>
    /// <param name="delimiter">Delimiter.</param>
    /// <param name="count">Count.</param>
    /// <returns>The value.</returns>
    public static Column SubstringIndex(Column column, string delimiter, int count) => Call("substring_index", column, delimiter, count);

    /// <summary>A text with a part replaced.</summary>
    /// <param name="src">The text.</param>
    /// <param name="replace">The replacement.</param>
    /// <param name="pos">Where, from 1.</param>
    /// <param name="len">How many characters go.</param>
    /// <returns>The value.</returns>
    public static Column Overlay(Column src, Column replace, Column pos, Column len) => Call("overlay", src, replace, pos, len);

    /// <summary>A text with a part replaced.</summary>
    /// <param name="src">The text.</param>
    /// <param name="replace">The replacement.</param>
    /// <param name="pos">Where, from 1.</param>
    /// <returns>The value.</returns>
    public static Column Overlay(Column src, Column replace, Column pos) => Call("overlay", src, replace, pos);

    /// <summary>Characters replaced one by one.</summary>
    /// <param name="column">The value.</param>
    /// <param name="matchingString">The characters to replace.</param>
    /// <param name="replaceString">Their replacements; those without one go.</param>
    /// <returns>The value.</returns>
    public static Column Translate(Column column, string matchingString, string replaceString) => Call("translate", column, matchingString, replaceString);
}
