using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;
using static SparkAnalytics.Sql.Embedded.Dialect.Translations;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Functions of text and bytes.</summary>
internal static class Texts
{
    public static IReadOnlyDictionary<string, FunctionTranslation> Table { get; } = new Dictionary<string, FunctionTranslation>
    {
        ["like"] = call => $"({call[0]} LIKE {call[1]} ESCAPE {(call.Count > 2 ? call[2] : "'\\'")})",
        ["ilike"] = call => $"({call[0]} ILIKE {call[1]} ESCAPE {(call.Count > 2 ? call[2] : "'\\'")})",
        ["rlike"] = call => Patterns.Holds(call, 1),
        ["contains"] = call => call.Type(0) is BinaryType ? $"contains(hex({call[0]}), hex({call[1]}))" : $"contains({call[0]}, {call[1]})",
        ["startswith"] = call => call.Type(0) is BinaryType ? $"starts_with(hex({call[0]}), hex({call[1]}))" : $"starts_with({call[0]}, {call[1]})",
        ["endswith"] = call => call.Type(0) is BinaryType ? $"ends_with(hex({call[0]}), hex({call[1]}))" : $"ends_with({call[0]}, {call[1]})",
        ["substring"] = Substring,
        ["left"] = Template("substring({0}, 1, greatest({1}, 0))"),
        ["right"] = Template("(CASE WHEN {1} <= 0 THEN '' ELSE right({0}, {1}) END)"),
        ["substring_index"] = Template("spark_substring_index({0}, {1}, {2})"),
        ["upper"] = Template("spark_upper_case({0})"),
        ["lower"] = Template("spark_lower_case({0})"),
        ["initcap"] = Same("spark_initcap"),
        ["length"] = call => call.Typed(call.Type(0) is BinaryType ? $"octet_length({call[0]})" : $"length({call[0]})"),
        ["octet_length"] = call => call.Typed(call.Type(0) is BinaryType ? $"octet_length({call[0]})" : $"strlen({call[0]})"),
        ["bit_length"] = call => call.Typed(call.Type(0) is BinaryType ? $"octet_length({call[0]}) * 8" : $"strlen({call[0]}) * 8"),
        ["trim"] = Trim,
        ["ltrim"] = call => $"ltrim({call[0]}, {Characters(call)})",
        ["rtrim"] = call => $"rtrim({call[0]}, {Characters(call)})",
        ["lpad"] = Template("(CASE WHEN {1} <= 0 THEN '' WHEN {2} = '' THEN left({0}, {1}) ELSE lpad({0}, {1}, {2}) END)"),
        ["rpad"] = Template("(CASE WHEN {1} <= 0 THEN '' WHEN {2} = '' THEN left({0}, {1}) ELSE rpad({0}, {1}, {2}) END)"),
        ["repeat"] = Template("repeat({0}, {1})"),
        ["replace"] = Template("(CASE WHEN {1} = '' THEN {0} ELSE replace({0}, {1}, {2}) END)"),
        ["translate"] = call => AreAscii(call, 1, 2) ? $"spark_translate_ascii({call.All})" : $"translate({call.All})",
        ["overlay"] = call => $"(substring({call[0]}, 1, {call[2]} - 1) || {call[1]} || substring({call[0]}, {call[2]} + {(call.Count > 3 ? $"(CASE WHEN {call[3]} < 0 THEN length({call[1]}) ELSE {call[3]} END)" : $"length({call[1]})")}))",
        ["concat_ws"] = ConcatWithSeparator,
        ["format_number"] = FormatNumber,
        ["split"] = call => call.Count < 3 || IsConstant(call, 2, -1) || IsConstant(call, 2, 0) ? Split(call) : throw new AnalysisException("The embedded engine has no 'split' with a limit; use regexp_extract."),
        ["split_part"] = call => $"split_part({call[0]}, {call[1]}, {call[2]})",
        ["instr"] = Typed("instr({0}, {1})"),
        ["locate"] = call => call.Count < 3 ? call.Typed($"instr({call[1]}, {call[0]})") : call.Typed($"spark_locate({call[0]}, {call[1]}, {call[2]})"),
        ["ascii"] = Template("(CASE WHEN {0} = '' THEN 0 ELSE unicode({0}) END)"),
        ["chr"] = Template("(CASE WHEN {0} < 0 THEN '' ELSE chr(CAST({0} % 256 AS INTEGER)) END)"),
        ["base64"] = Same("base64"),
        ["unbase64"] = Same("from_base64"),
        ["decode"] = call => Utf8Only(call, $"decode({call[0]})"),
        ["encode"] = call => Utf8Only(call, $"encode({call[0]})"),
        ["is_valid_utf8"] = call => call.Type(0) is BinaryType ? $"(CASE WHEN {call[0]} IS NOT NULL THEN TRY(decode({call[0]})) IS NOT NULL END)" : $"(CASE WHEN {call[0]} IS NOT NULL THEN TRUE END)",
        ["levenshtein"] = Typed("levenshtein({0}, {1})"),
        ["first_match"] = Patterns.FirstMatch,
        ["regexp_extract"] = Patterns.Extract,
        ["regexp_extract_all"] = call => $"regexp_extract_all({call[0]}, {Patterns.Sql(call, 1)}, {call[2]})",
        ["regexp_replace"] = call => $"regexp_replace({call[0]}, {Patterns.Sql(call, 1)}, {SqlText.Text(RegexTranslator.Replacement(call.Constant(2)))}, 'g')",
        ["regexp_count"] = call => call.Typed($"len(regexp_extract_all({call[0]}, {Patterns.Sql(call, 1)}))"),
        ["md5"] = call => call.Type(0) is StringType ? $"spark_md5({call[0]})" : $"md5({call[0]})",
        ["sha1"] = Same("sha1"),
        ["sha2"] = call => IsConstant(call, 1, 256) || IsConstant(call, 1, 0) ? $"sha256({call[0]})" : $"spark_sha2({Bytes(call)}, CAST({call[1]} AS BIGINT))",
        ["crc32"] = call => $"spark_crc32({Bytes(call)})",
        ["xxhash64"] = call => Enumerable.Range(0, call.Count).Aggregate("CAST(42 AS BIGINT)", (seed, index) => XxHash(call, index, seed)),
        ["url_encode"] = Same("spark_url_encode"),
        ["url_decode"] = Template("spark_checked(spark_url_decode({0}), {0}, 'a decoded URL')"),
        ["url_host"] = Same("spark_url_host"),
        ["url_has_parameter"] = Same("spark_url_has_parameter"),
        ["url_tags"] = Same("spark_url_tags"),
        ["try_url_decode"] = Same("spark_url_decode"),
        ["parse_url"] = call => call.Count > 2 ? $"spark_parse_url_key({call.All})" : $"spark_parse_url({call.All})",
        ["try_parse_url"] = call => call.Count > 2 ? $"spark_parse_url_key({call.All})" : $"spark_parse_url({call.All})",
        ["uuid"] = call => "CAST(gen_random_uuid() AS VARCHAR)",
    };

    private static string FormatNumber(CallSql call) => call.Type(0) is DecimalType
        ? $"spark_format_decimal(CAST({call[0]} AS VARCHAR), CAST({call[1]} AS BIGINT))"
        : $"format('{{:,.' || greatest({call[1]}, 0) || 'f}}', CAST({call[0]} AS DOUBLE))";

    private static string Characters(CallSql call) => call.Count > 1 ? call[1] : "' '";

    /// <summary>Of signs up to the blank most texts have none at their ends, which is seen sooner than the text is gone through.</summary>
    private static string Trim(CallSql call)
    {
        var trimmed = $"trim({call[0]}, {Characters(call)})";
        return call.Argument(0) is Plans.AttributeReference && (call.Count == 1 || (call.Argument(1) is Plans.Literal { Value: string signs } && signs.All(sign => sign <= ' ')))
            ? $"(CASE WHEN spark_has_outer_blank({call[0]}) THEN {trimmed} ELSE {call[0]} END)"
            : trimmed;
    }

    private static bool AreAscii(CallSql call, params ReadOnlySpan<int> indices)
    {
        foreach (var index in indices)
        {
            if (call.Argument(index) is not Plans.Literal { Value: string text } || !System.Text.Ascii.IsValid(text))
            {
                return false;
            }
        }

        return true;
    }

    private static string Bytes(CallSql call) => call.Type(0) is BinaryType ? call[0] : $"encode({call[0]})";

    private static bool IsConstant(CallSql call, int index, int value) => call.Argument(index) is Plans.Literal { Value: int found } && found == value;

    private static string Substring(CallSql call)
    {
        var length = call.Count > 2 ? call[2] : "2147483647";
        return call.Type(0) is BinaryType
            ? $"unhex(spark_substring(hex({call[0]}), {call[1]} * 2 - CASE WHEN {call[1]} > 0 THEN 1 ELSE 0 END, {length} * 2))"
            : call.Argument(1) is Plans.Literal { Value: > 0 }
                ? $"substring({call[0]}, {call[1]}{(call.Count > 2 ? $", greatest({length}, 0)" : string.Empty)})"
                : $"spark_substring({call[0]}, {call[1]}, CAST({length} AS BIGINT))";
    }

    private static string Split(CallSql call)
    {
        var pattern = call.Constant(1);
        return RegexTranslator.AsPlainText(pattern) is { Length: > 0 } plain
            ? $"string_split({call[0]}, {SqlText.Text(plain)})"
            : $"string_split_regex({call[0]}, {SqlText.Text(RegexTranslator.Pattern(pattern))})";
    }

    private static string ConcatWithSeparator(CallSql call)
    {
        var parts = Enumerable.Range(1, call.Count - 1).Select(index => call.Type(index) is ArrayType ? call[index] : $"[{call[index]}]").ToList();
        return call.Count == 1
            ? $"(CASE WHEN {call[0]} IS NOT NULL THEN '' END)"
            : Enumerable.Range(1, call.Count - 1).All(index => call.Type(index) is not ArrayType)
                ? $"concat_ws({call.All})"
                : $"coalesce(array_to_string(list_filter(flatten([{string.Join(", ", parts.Select(part => $"coalesce({part}, [])"))}]), lambda item: item IS NOT NULL), {call[0]}), '')";
    }

    private static string Utf8Only(CallSql call, string sql) => call.Constant(1).ToUpperInvariant() is "UTF-8" or "UTF8"
        ? sql
        : throw new AnalysisException($"The embedded engine knows '{call.Name}' for UTF-8 only, not for '{call.Constant(1)}'.");

    private static string XxHash(CallSql call, int index, string seed) => call.Type(index) switch
    {
        StringType => $"coalesce(spark_xxhash64_text({call[index]}, {seed}), {seed})",
        LongType or TimestampType or TimestampNtzType => $"coalesce(spark_xxhash64_long({(call.Type(index) is LongType ? call[index] : $"epoch_us({call[index]})")}, {seed}), {seed})",
        IntegerType or ShortType or ByteType or BooleanType => $"coalesce(spark_xxhash64_int(CAST({call[index]} AS BIGINT), {seed}), {seed})",
        DateType => $"coalesce(spark_xxhash64_int(CAST({call[index]} - DATE '1970-01-01' AS BIGINT), {seed}), {seed})",
        _ => throw new AnalysisException($"The embedded engine has no xxhash64 of {call.Type(index).SimpleString}; cast it to text."),
    };
}
