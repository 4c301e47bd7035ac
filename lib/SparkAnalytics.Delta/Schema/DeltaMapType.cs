namespace SparkAnalytics.Delta;

/// <summary>A map.</summary>
/// <param name="KeyType">The type of its keys.</param>
/// <param name="ValueType">The type of its values.</param>
/// <param name="ValueContainsNull">Whether a value may be null.</param>
public sealed record DeltaMapType(DeltaType KeyType, DeltaType ValueType, bool ValueContainsNull = true) : DeltaType;
