using System.Globalization;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Counts in messages.</summary>
public static class Counted
{
    /// <summary>A number and the word that goes with it: <c>1 file</c>, <c>1,000 files</c>.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The word, or words, after 1.</param>
    /// <param name="many">Those after any other number.</param>
    /// <returns>The text.</returns>
    public static string Of(long number, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {Word(number, one, many)}");

    /// <summary>The word alone, where the number stands elsewhere.</summary>
    /// <param name="number">How many.</param>
    /// <param name="one">The word, or words, after 1.</param>
    /// <param name="many">Those after any other number.</param>
    /// <returns>One of both.</returns>
    public static string Word(long number, string one, string many) => number == 1 ? one : many;
}
