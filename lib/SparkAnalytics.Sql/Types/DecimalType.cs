namespace SparkAnalytics.Sql.Types;

/// <summary>An exact decimal number (.NET <see cref="decimal"/>).</summary>
/// <param name="Precision">All digits, 1 to 38.</param>
/// <param name="Scale">Digits after the point, 0 to <paramref name="Precision"/>.</param>
public sealed record DecimalType(int Precision = 10, int Scale = 0) : DataType
{
    /// <summary>The largest precision that Spark and Delta know.</summary>
    public const int MaxPrecision = 38;

    /// <inheritdoc/>
    public override string TypeName => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"decimal({Precision},{Scale})");
}
