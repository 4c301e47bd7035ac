namespace SparkAnalytics.Sql.Types;

/// <summary>The type of a column or value; two types are equal when they describe the same values.</summary>
public abstract record DataType
{
    /// <summary>The name in Spark's JSON schema, e.g. <c>integer</c> or <c>decimal(18,2)</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The short name that Spark SQL and <c>Cast</c> use, e.g. <c>int</c> or <c>array&lt;string&gt;</c>.</summary>
    public virtual string SimpleString => TypeName;

    /// <inheritdoc/>
    public sealed override string ToString() => SimpleString;
}
