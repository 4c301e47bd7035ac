namespace SparkAnalytics.Models.Staging;

/// <summary>The specification's words for text: trimmed, empty, ASCII lower case.</summary>
internal static class Text
{
    private const string AsciiWhiteSpace = " \t\n\u000B\f\r";

    private const string AsciiUpper = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private const string AsciiLower = "abcdefghijklmnopqrstuvwxyz";

    /// <summary>Without ASCII white space at both ends.</summary>
    public static Column Trimmed(Column text) => Trim(text, AsciiWhiteSpace);

    /// <summary>Trimmed, and NULL where nothing is left.</summary>
    public static Column TrimmedOrNull(Column text) => When(Trimmed(text) != "", Trimmed(text)).Otherwise(NullText());

    /// <summary>Trimmed, and NULL where nothing is left or only a placeholder.</summary>
    /// <param name="text">An id as it was sent.</param>
    /// <param name="placeholders">Words in ASCII lower case that stand for no id.</param>
    public static Column IdOrNull(Column text, IReadOnlyList<string> placeholders) =>
        When(!Comparable(text).IsIn(["", .. placeholders]), Trimmed(text));

    /// <summary>Whether it is NULL or empty after trimming; never NULL.</summary>
    public static Column IsBlank(Column text) => Coalesce(Trimmed(text) == "", Lit(true));

    /// <summary>Trimmed, ASCII letters in lower case, all others as they are.</summary>
    public static Column Comparable(Column text) => Translate(Trimmed(text), AsciiUpper, AsciiLower);

    /// <summary>A condition that counts as false where it is NULL.</summary>
    public static Column Holds(Column condition) => Coalesce(condition, Lit(false));

    /// <summary>NULL as text.</summary>
    public static Column NullText() => Lit(null).Cast("string");
}
