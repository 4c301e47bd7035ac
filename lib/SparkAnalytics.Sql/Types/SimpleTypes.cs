namespace SparkAnalytics.Sql.Types;

/// <summary>Unicode text, compared by its UTF-8 bytes (.NET <see cref="string"/>). As in Spark, text of a fixed length is no type of its own.</summary>
public sealed record StringType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "string";

    /// <summary>
    /// The length n to which a table's column of type <c>char(n)</c> is filled up with spaces, as are the constants that it is compared with (Spark's <c>ApplyCharTypePadding</c>); null for all
    /// other text.
    /// </summary>
    public int? PaddedLength { get; init; }

    /// <summary>The collation by which a table's column wants to be compared, such as <c>UTF8_LCASE</c>; null for the bytes alone.</summary>
    public string? Collation { get; init; }

    /// <inheritdoc/>
    public bool Equals(StringType? other) => other is not null;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(StringType).GetHashCode();
}

/// <summary>Bytes (.NET array of <see cref="byte"/>).</summary>
public sealed record BinaryType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "binary";
}

/// <summary>True or false (.NET <see cref="bool"/>).</summary>
public sealed record BooleanType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "boolean";
}

/// <summary>The type of a bare NULL.</summary>
public sealed record NullType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "void";
}
