namespace SparkAnalytics.Sql.Types;

/// <summary>A map from keys to values.</summary>
/// <param name="KeyType">The type of each key.</param>
/// <param name="ValueType">The type of each value.</param>
/// <param name="ValueContainsNull">Whether values may be NULL.</param>
public sealed record MapType(DataType KeyType, DataType ValueType, bool ValueContainsNull = true) : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "map";

    /// <inheritdoc/>
    public override string SimpleString => $"map<{KeyType.SimpleString},{ValueType.SimpleString}>";
}
