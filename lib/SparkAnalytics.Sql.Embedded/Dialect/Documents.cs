using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Embedded.Dialect.Translations;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions of JSON text.</summary>
internal static class Documents
{
    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["get_json_object"] = Same("spark_get_json"),
        ["is_json_object"] = Same("spark_json_strict"),
        ["json_string"] = Same("spark_json_string"),
        ["json_number"] = Same("spark_json_number"),
        ["json_member"] = Same("spark_json_compact_member"),
        ["json_array_length"] = Typed("spark_json_array_length({0})"),
        ["json_object_keys"] = Template("TRY(CASE WHEN json_type({0}) = 'OBJECT' THEN json_keys({0}) END)"),
        ["from_json"] = FromJson,
        ["to_json"] = Template("CAST(to_json({0}) AS VARCHAR)"),
    };

    /// <summary>Members of text come as written where they are no strings; other types by the cast from that text.</summary>
    private static string FromJson(CallSql call)
    {
        if (call.Result is not StructType structure)
        {
            throw new AnalysisException("The embedded engine reads JSON by from_json into structures only.");
        }

        var members = structure.Fields.Select(field => $"{SqlText.Name(field.Name)} := {Member(call, field)}");
        return $"(CASE WHEN {call[0]} IS NOT NULL THEN struct_pack({string.Join(", ", members)}) END)";
    }

    private static string Member(CallSql call, StructField field)
    {
        var text = $"spark_json_member({call[0]}, {SqlText.Text(field.Name)})";
        return field.DataType is StringType ? text : CastCompiler.Sql(text, new StringType(), field.DataType, isTry: true);
    }
}
