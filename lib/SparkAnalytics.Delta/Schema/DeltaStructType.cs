namespace SparkAnalytics.Delta;

/// <summary>A struct of named members.</summary>
/// <param name="Fields">The members in order.</param>
public sealed record DeltaStructType(IReadOnlyList<DeltaField> Fields) : DeltaType;
