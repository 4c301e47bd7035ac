namespace SparkAnalytics.Sql.Types;

/// <summary>Unicode text, compared by its UTF-8 bytes (.NET <see cref="string"/>).</summary>
public sealed record StringType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "string";
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
