using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Extras;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Input;

/// <summary>The text that a typed value counts as, by the specification's section on input.</summary>
internal static class TextOfValue
{
    /// <summary>The text; NULL of NULL.</summary>
    public static Column Of(Column value, DataType type) => type switch
    {
        StringType => value,
        TimestampType => DateFormat(value, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'"),
        TimestampNtzType => DateFormat(value.Cast("timestamp"), "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'"),
        FloatType or DoubleType => PlainNumber(value),
        StructType structure => JsonObject(value, structure),
        MapType or ArrayType => Json(value, type),
        _ => value.Cast("string"),
    };

    /// <summary>Rounded to ten decimals, in plain notation without trailing zeros.</summary>
    private static Column PlainNumber(Column value)
    {
        var digits = TryCast(value.Cast("double"), "decimal(38,10)").Cast("string");
        return Coalesce(RegexpReplace(digits, "[.]?0+$", ""), value.Cast("string"));
    }

    /// <summary>The engine's JSON of a map or list, without NULL members, its floating-point numbers without trailing zeros. Strings are taken whole, so nothing inside them is altered.</summary>
    private static Column Json(Column value, DataType type)
    {
        const string Text = "\"(?:[^\"\\\\]|\\\\.)*\"";
        var withoutNulls = RegexpReplace(RegexpReplace(ToJson(value), $"{Text}:null,?|({Text})", "$1"), $"({Text})|,([}}])", "$1$2");
        return HasFloats(type) ? RegexpReplace(withoutNulls, $"({Text})|([.][0-9]*[1-9])0*|[.]0+", "$1$2") : withoutNulls;
    }

    private static bool HasFloats(DataType type) => type switch
    {
        FloatType or DoubleType => true,
        MapType map => HasFloats(map.ValueType),
        ArrayType array => HasFloats(array.ElementType),
        StructType structure => structure.Fields.Any(member => HasFloats(member.DataType)),
        _ => false,
    };

    /// <summary>A JSON object of columns, without those that are NULL and without blanks.</summary>
    /// <param name="members">Names, values and their types.</param>
    public static Column Object(IEnumerable<(string Name, Column Value, DataType Type)> members)
    {
        var texts = members.Select(member => Concat(Lit($"\"{System.Text.Json.JsonEncodedText.Encode(member.Name)}\":"), JsonValue(member.Value, member.Type)));
        return Concat(Lit("{"), ConcatWs(",", [.. texts]), Lit("}"));
    }

    private static Column JsonObject(Column value, StructType structure) =>
        When(value.IsNotNull(), Object(structure.Fields.Select(member => (member.Name, value.GetField(member.Name), member.DataType))));

    private static Column JsonValue(Column value, DataType type) => type switch
    {
        StructType or MapType or ArrayType or BooleanType or ByteType or ShortType or IntegerType or LongType or FloatType or DoubleType or DecimalType => Of(value, type),
        _ => JsonQuoted(Of(value, type)),
    };

    /// <summary>The text as a JSON string: the only member of an object, the braces and the name taken off.</summary>
    private static Column JsonQuoted(Column text)
    {
        var wrapped = ToJson(Struct(text.As("v")));
        return When(text.IsNotNull(), RegexpExtract(wrapped, "^[{]\"v\":(.*)[}]$", 1));
    }
}
