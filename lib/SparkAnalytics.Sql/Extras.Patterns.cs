namespace SparkAnalytics.Sql;

/// <content>Regular expressions.</content>
public static partial class Extras
{
    /// <summary>
    /// The number, from 1, of the first pattern that is found in a text. With Spark it is
    /// <c>CASE WHEN text IS NULL THEN NULL WHEN text RLIKE p1 THEN 1 WHEN text RLIKE p2 THEN 2 ... ELSE 0 END</c>.
    /// </summary>
    /// <param name="text">The text; a column with few distinct values, since an engine may remember their results.</param>
    /// <param name="patterns">Regular expressions; at least one.</param>
    /// <returns>The number; 0 where no pattern is found, NULL of NULL.</returns>
    public static Column FirstMatch(Column text, params string[] patterns) => Column.Call("first_match", [text, .. patterns]);
}
