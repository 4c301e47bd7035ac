namespace SparkAnalytics.Delta;

/// <summary>A type without parts and parameters.</summary>
/// <param name="Name">
/// <c>string</c>, <c>byte</c>, <c>short</c>, <c>integer</c>, <c>long</c>, <c>float</c>, <c>double</c>, <c>boolean</c>, <c>binary</c>,
/// <c>date</c>, <c>timestamp</c>, <c>timestamp_ntz</c>, or <c>void</c> of columns that have no values yet and no place in data files.
/// </param>
public sealed record DeltaPrimitiveType(string Name) : DeltaType
{
    /// <inheritdoc/>
    public override string ToString() => Name;
}
