namespace SparkAnalytics.Delta;

/// <summary>A list.</summary>
/// <param name="ElementType">The type of its elements.</param>
/// <param name="ContainsNull">Whether an element may be null.</param>
public sealed record DeltaArrayType(DeltaType ElementType, bool ContainsNull = true) : DeltaType;
