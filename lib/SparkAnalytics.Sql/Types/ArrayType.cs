namespace SparkAnalytics.Sql.Types;

/// <summary>A list of values of one type.</summary>
/// <param name="ElementType">The type of each element.</param>
/// <param name="ContainsNull">Whether elements may be NULL.</param>
public sealed record ArrayType(DataType ElementType, bool ContainsNull = true) : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "array";

    /// <inheritdoc/>
    public override string SimpleString => $"array<{ElementType.SimpleString}>";
}
