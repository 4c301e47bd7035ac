using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Embedded.Dialect.Translations;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions of JSON text.</summary>
internal static class Documents
{
    private const int DigitsBeyondDoubles = 16;

    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["get_json_object"] = Same("spark_get_json"),
        ["is_json_object"] = Same("spark_json_strict"),
        ["json_string"] = Same("spark_json_string"),
        ["json_number"] = Same("spark_json_number"),
        ["json_member"] = Same("spark_json_compact_member"),
        ["json_array_length"] = Typed("spark_json_array_length({0})"),
        ["json_object_keys"] = Keys,
        ["from_json"] = FromJson,
        ["to_json"] = call => $"CAST(to_json({Json(call[0], call.Type(0))}) AS VARCHAR)",
    };

    /// <summary>The column that <c>when(is_json_object(column), column)</c> is about, or null.</summary>
    public static AttributeReference? StrictText(Expression expression) =>
        expression is FunctionCall { Name: "when", Arguments: [FunctionCall { Name: "is_json_object", Arguments: [AttributeReference asked] }, AttributeReference text] } && asked.Id == text.Id ? text : null;

    /// <summary>Of a text that must be an object the same pass finds that out.</summary>
    private static string Keys(CallSql call) => StrictText(call.Argument(0)) is { } text ? $"spark_json_strict_keys({call.Compile(text)})" : $"spark_json_keys({call[0]})";

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

    /// <summary>DuckDB writes decimals that have no whole digits as <c>.5</c>, which is no JSON, and those of up to 15 digits as doubles, without zeros at the end: they get more digits.</summary>
    private static string Json(string sql, DataType type) => type switch
    {
        DecimalType { Precision: DecimalType.MaxPrecision, Scale: DecimalType.MaxPrecision } => throw new AnalysisException($"The embedded engine cannot write {type.SimpleString} as JSON; cast it to decimal(38,37) or to string."),
        DecimalType number when NeedsDigits(number) => $"CAST({sql} AS {SqlTypes.Name(new DecimalType(Math.Max(number.Precision + 1, DigitsBeyondDoubles), number.Scale))})",
        ArrayType array when NeedsDigits(array) => $"list_transform({sql}, lambda item: {Json("item", array.ElementType)})",
        MapType map when NeedsDigits(map.ValueType) => $"map(map_keys({sql}), list_transform(map_values({sql}), lambda item: {Json("item", map.ValueType)}))",
        StructType structure when NeedsDigits(structure) => $"(CASE WHEN {sql} IS NOT NULL THEN struct_pack({string.Join(", ", structure.Fields.Select(field => $"{SqlText.Name(field.Name)} := {Json($"{sql}[{SqlText.Text(field.Name)}]", field.DataType)}"))}) END)",
        _ => sql,
    };

    private static bool NeedsDigits(DataType type) => type switch
    {
        DecimalType number => number.Precision == number.Scale || number.Precision < DigitsBeyondDoubles,
        ArrayType array => NeedsDigits(array.ElementType),
        MapType map => NeedsDigits(map.ValueType),
        StructType structure => structure.Fields.Exists(field => NeedsDigits(field.DataType)),
        _ => false,
    };

    private static string Member(CallSql call, StructField field)
    {
        var text = $"spark_json_member({call[0]}, {SqlText.Text(field.Name)})";
        return field.DataType is StringType ? text : CastCompiler.Sql(text, new StringType(), field.DataType, isTry: true);
    }
}
