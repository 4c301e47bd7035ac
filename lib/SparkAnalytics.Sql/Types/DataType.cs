using System.Text.Encodings.Web;
using System.Text.Json;

namespace SparkAnalytics.Sql.Types;

/// <summary>The type of a column or value; two types are equal when they describe the same values.</summary>
public abstract record DataType
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The name in Spark's JSON schema, e.g. <c>integer</c> or <c>decimal(18,2)</c>.</summary>
    public abstract string TypeName { get; }

    /// <summary>The short name that Spark SQL and <c>Cast</c> use, e.g. <c>int</c> or <c>array&lt;string&gt;</c>.</summary>
    public virtual string SimpleString => TypeName;

    /// <summary>Spark's JSON form, as in a Delta table's schema.</summary>
    public string Json => DataTypeJson.Write(this).ToJsonString(s_plain);

    /// <summary>Reads Spark's JSON form.</summary>
    /// <param name="json">The text.</param>
    /// <returns>The type.</returns>
    /// <exception cref="AnalysisException">The text is no type in JSON form.</exception>
    public static DataType ParseDataType(string json) => DataTypeJson.Read(json);

    /// <inheritdoc/>
    public sealed override string ToString() => SimpleString;
}
