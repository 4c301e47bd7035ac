using System.Globalization;

namespace SparkAnalytics.Delta;

/// <summary>A decimal number.</summary>
/// <param name="Precision">Digits in all, 1 to 38.</param>
/// <param name="Scale">Digits after the point.</param>
public sealed record DeltaDecimalType(int Precision, int Scale) : DeltaType
{
    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"decimal({Precision},{Scale})");
}
