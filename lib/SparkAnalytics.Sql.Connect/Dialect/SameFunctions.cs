namespace SparkAnalytics.Sql.Connect.Dialect;

/// <summary>Functions that are Spark's own, under the same name and with the same arguments.</summary>
internal static class SameFunctions
{
    private static IEnumerable<string> Operators =>
    [
        "+", "-", "*", "/", "%", "div", "pmod", "try_add", "try_subtract", "try_multiply", "try_divide", "negative",
        "==", "<", "<=", ">", ">=", "<=>", "and", "or", "not", "isnull", "isnotnull", "isnan",
        "&", "|", "^", "~", "shiftleft", "shiftright", "shiftrightunsigned", "when", "coalesce", "nanvl", "greatest", "least", "element_at", "try_element_at", "named_struct",
    ];

    private static IEnumerable<string> Texts =>
    [
        "like", "ilike", "contains", "startswith", "endswith", "substring", "left", "right", "substring_index", "upper", "lower", "initcap", "length", "octet_length", "bit_length",
        "lpad", "rpad", "repeat", "replace", "overlay", "concat_ws", "format_string", "format_number", "split_part", "instr", "locate", "ascii", "chr",
        "base64", "unbase64", "decode", "encode", "is_valid_utf8", "soundex", "levenshtein", "md5", "sha1", "sha2", "crc32", "hash", "xxhash64",
        "url_encode", "url_decode", "try_url_decode", "parse_url", "try_parse_url", "uuid",
    ];

    private static IEnumerable<string> Numbers =>
    [
        "acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "cos", "cosh", "cot", "degrees", "exp", "expm1", "log10", "log1p", "log2", "radians", "rint", "signum", "sin", "sinh", "sqrt", "tan", "tanh",
        "abs", "atan2", "hypot", "pow", "ceil", "floor", "round", "bround", "bin", "conv", "factorial", "hex", "unhex", "bit_count", "rand", "randn",
        "monotonically_increasing_id", "spark_partition_id", "input_file_name", "assert_true", "raise_error",
    ];

    private static IEnumerable<string> Times =>
    [
        "current_date", "current_timestamp", "current_timezone", "year", "quarter", "month", "dayofmonth", "dayofweek", "dayofyear", "weekday", "weekofyear", "hour", "minute", "second",
        "add_months", "date_add", "date_sub", "datediff", "last_day", "next_day", "months_between", "make_date", "trunc", "date_trunc", "date_format",
        "to_date", "to_timestamp", "try_to_timestamp", "from_unixtime", "unix_timestamp", "unix_seconds", "unix_millis", "unix_micros",
        "timestamp_seconds", "timestamp_millis", "timestamp_micros", "from_utc_timestamp", "to_utc_timestamp",
    ];

    private static IEnumerable<string> Collections =>
    [
        "array", "array_contains", "array_position", "array_remove", "array_append", "array_prepend", "array_compact", "array_repeat", "array_distinct", "array_sort", "sort_array", "array_min", "array_max",
        "array_join", "array_intersect", "array_union", "array_except", "arrays_overlap", "arrays_zip", "concat", "flatten", "slice", "shuffle", "reverse", "sequence", "size",
        "map", "map_from_arrays", "map_from_entries", "map_keys", "map_values", "map_entries", "map_concat", "map_contains_key", "explode", "explode_outer",
    ];

    private static IEnumerable<string> Documents =>
        ["get_json_object", "json_array_length", "json_object_keys", "from_json", "to_json", "schema_of_json", "from_csv", "to_csv", "schema_of_csv"];

    private static IEnumerable<string> Aggregates =>
    [
        "stddev_samp", "stddev_pop", "var_samp", "var_pop", "skewness", "kurtosis", "median", "count", "sum", "try_sum", "avg", "min", "max", "min_by", "max_by", "first", "last", "mode", "bool_and", "bool_or",
        "collect_list", "collect_set", "corr", "covar_pop", "covar_samp", "percentile", "percentile_approx", "approx_count_distinct", "grouping", "grouping_id",
        "row_number", "rank", "dense_rank", "percent_rank", "cume_dist", "ntile",
    ];

    public static IEnumerable<KeyValuePair<string, FunctionTranslation>> Table =>
        Translations.AllSame([.. Operators, .. Texts, .. Numbers, .. Times, .. Collections, .. Documents, .. Aggregates]);
}
