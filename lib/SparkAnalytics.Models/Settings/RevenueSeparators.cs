namespace SparkAnalytics.Models.Settings;

/// <summary>What stands in a revenue that is text; two different signs, neither a digit, a letter, plus nor minus. A JSON number has its point.</summary>
public sealed record RevenueSeparators
{
    /// <summary>Before the fraction.</summary>
    public char Decimal { get; init; } = '.';

    /// <summary>Between groups of three digits, or null for none.</summary>
    public char? Thousands { get; init; }
}
