using System.Collections.Frozen;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Spark's further names of functions.</summary>
internal static class FunctionSynonyms
{
    public static FrozenDictionary<string, string> ByName { get; } = new Dictionary<string, string>
    {
        ["!"] = "not",
        ["<>"] = "!=",
        ["="] = "==",
        ["any_value"] = "first",
        ["approx_percentile"] = "percentile_approx",
        ["array_agg"] = "collect_list",
        ["array_size"] = "size",
        ["bitwise_not"] = "~",
        ["cardinality"] = "size",
        ["ceiling"] = "ceil",
        ["char"] = "chr",
        ["char_length"] = "length",
        ["character_length"] = "length",
        ["curdate"] = "current_date",
        ["date_diff"] = "datediff",
        ["dateadd"] = "date_add",
        ["day"] = "dayofmonth",
        ["every"] = "bool_and",
        ["first_value"] = "first",
        ["ifnull"] = "coalesce",
        ["last_value"] = "last",
        ["lcase"] = "lower",
        ["len"] = "length",
        ["ln"] = "log",
        ["mean"] = "avg",
        ["mod"] = "%",
        ["negate"] = "negative",
        ["now"] = "current_timestamp",
        ["nvl"] = "coalesce",
        ["position"] = "locate",
        ["power"] = "pow",
        ["printf"] = "format_string",
        ["regexp"] = "rlike",
        ["regexp_like"] = "rlike",
        ["sha"] = "sha1",
        ["sign"] = "signum",
        ["some"] = "bool_or",
        ["std"] = "stddev_samp",
        ["stddev"] = "stddev_samp",
        ["substr"] = "substring",
        ["ucase"] = "upper",
        ["variance"] = "var_samp",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
}
