using System.Globalization;

namespace SparkAnalytics.Sql.Embedded.Constraints.Conditions;

/// <summary>A condition in Spark SQL holds something that is not understood here.</summary>
internal sealed class UnsupportedConditionException(string text, int position, string word, string problem)
    : Exception(string.Create(CultureInfo.InvariantCulture, $"{problem} (at '{word}', character {position + 1} of '{text}')"))
{
    /// <summary>The condition.</summary>
    public string Text => text;

    /// <summary>Where it stopped being understood, from 0.</summary>
    public int Position => position;

    /// <summary>What stands there; <c>end of text</c> behind the last word.</summary>
    public string Word => word;
}
