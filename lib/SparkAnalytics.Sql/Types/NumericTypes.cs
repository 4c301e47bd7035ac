namespace SparkAnalytics.Sql.Types;

/// <summary>A signed 8-bit integer (.NET <see cref="sbyte"/>).</summary>
public sealed record ByteType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "byte";

    /// <inheritdoc/>
    public override string SimpleString => "tinyint";
}

/// <summary>A signed 16-bit integer (.NET <see cref="short"/>).</summary>
public sealed record ShortType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "short";

    /// <inheritdoc/>
    public override string SimpleString => "smallint";
}

/// <summary>A signed 32-bit integer (.NET <see cref="int"/>).</summary>
public sealed record IntegerType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "integer";

    /// <inheritdoc/>
    public override string SimpleString => "int";
}

/// <summary>A signed 64-bit integer (.NET <see cref="long"/>).</summary>
public sealed record LongType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "long";

    /// <inheritdoc/>
    public override string SimpleString => "bigint";
}

/// <summary>A 32-bit floating-point number (.NET <see cref="float"/>).</summary>
public sealed record FloatType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "float";
}

/// <summary>A 64-bit floating-point number (.NET <see cref="double"/>).</summary>
public sealed record DoubleType : DataType
{
    /// <inheritdoc/>
    public override string TypeName => "double";
}

/// <summary>An exact decimal number (.NET <see cref="decimal"/> up to 28 digits, <see cref="System.Data.SqlTypes.SqlDecimal"/> beyond: <see cref="DecimalValues"/>).</summary>
/// <param name="Precision">All digits, 1 to 38.</param>
/// <param name="Scale">Digits after the point, 0 to <paramref name="Precision"/>.</param>
public sealed record DecimalType(int Precision = 10, int Scale = 0) : DataType
{
    /// <summary>The largest precision that Spark and Delta know.</summary>
    public const int MaxPrecision = 38;

    /// <inheritdoc/>
    public override string TypeName => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"decimal({Precision},{Scale})");
}
