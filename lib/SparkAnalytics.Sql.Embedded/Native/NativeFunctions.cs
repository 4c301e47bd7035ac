using DuckDB.NET.Data;
using SparkAnalytics.Sql.Embedded.Native.Gathering;
using SparkAnalytics.Sql.Embedded.Native.Hashing;
using SparkAnalytics.Sql.Embedded.Native.Host;
using SparkAnalytics.Sql.Embedded.Native.Json;
using SparkAnalytics.Sql.Embedded.Native.Keys;
using SparkAnalytics.Sql.Embedded.Native.Patterns;
using SparkAnalytics.Sql.Embedded.Native.Places;
using SparkAnalytics.Sql.Embedded.Native.Texts;
using SparkAnalytics.Sql.Embedded.Native.Times;
using SparkAnalytics.Sql.Embedded.Native.Url;
using static SparkAnalytics.Sql.Embedded.Native.Host.NativeKind;

namespace SparkAnalytics.Sql.Embedded.Native;

/// <summary>The functions in C#, one line each: where DuckDB has none with Spark's result.</summary>
internal static class NativeFunctions
{
    /// <summary>All functions, for an engine with that clock.</summary>
    public static IEnumerable<NativeFunction> All(TimeProvider clock)
    {
        yield return new("spark_upper", [Text], Text, CaseMapping.Upper);
        yield return new("spark_lower", [Text], Text, CaseMapping.Lower);
        yield return new("spark_translate_ascii", [Text, Text, Text], Text, AsciiTranslation.Translate);
        yield return NativeFunction.OfVectors("spark_has_outer_blank", [Text], OuterBlanks.AreThere);
        yield return new("spark_initcap", [Text], Text, CaseMapping.TitleCase);
        yield return new("spark_double_text", [NativeKind.Double], Text, NumberText.FromDouble);
        yield return new("spark_float_text", [NativeKind.Double], Text, NumberText.FromFloat);
        yield return new("spark_interval_text", [Long], Text, NumberText.FromInterval);
        yield return new("spark_timestamp", [Text], Long, (ref NativeCall call) => Moments.Parse(ref call, clock));
        yield return new("spark_timestamp_local", [Text], Long, (ref NativeCall call) => Moments.ParseLocal(ref call, clock));
        yield return new("spark_timestamp_plain", [Text], Long, Moments.ParseWithoutZone);
        yield return new("spark_timestamp_region", [Text], Text, Moments.FindRegion);
        yield return new("spark_date", [Text], Long, Dates.Parse);
        yield return new("spark_boolean", [Text], NativeKind.Boolean, NumberReader.Boolean);
        yield return new("spark_double", [Text], NativeKind.Double, NumberReader.Double);
        yield return new("spark_float", [Text], NativeKind.Double, NumberReader.Float);
        yield return new("spark_get_json", [Text, Text], Text, JsonFunctions.GetJsonObject);
        yield return new("spark_json_string", [Text, Text], Text, JsonFunctions.GetString);
        yield return new("spark_json_number", [Text, Text], Text, JsonFunctions.GetNumber);
        yield return new("spark_json_values", [Text, Text], TextList, JsonMembers.Values);
        yield return new("spark_json_strict_values", [Text, Text], TextList, JsonMembers.StrictValues);
        yield return new("spark_json_strict", [Text], NativeKind.Boolean, JsonFunctions.IsStrict);
        yield return new("spark_json_member", [Text, Text], Text, JsonFunctions.MemberText);
        yield return new("spark_json_compact_member", [Text, Text], Text, JsonFunctions.CompactMemberText);
        yield return new("spark_json_keys", [Text], TextList, JsonFunctions.Keys);
        yield return new("spark_json_strict_keys", [Text], TextList, JsonFunctions.StrictKeys);
        yield return new("spark_json_array_length", [Text], Long, JsonFunctions.ArrayLength);
        yield return new("spark_xxhash64_text", [Text, Long], Long, Hashes.XxHash64Text);
        yield return new("spark_xxhash64_long", [Long, Long], Long, Hashes.XxHash64Long);
        yield return new("spark_xxhash64_int", [Long, Long], Long, Hashes.XxHash64Int);
        yield return NativeFunction.OfVectors("spark_md5", Md5Vectors.Run);
        yield return new("spark_crc32", [Binary], Long, Hashes.Crc32);
        yield return new("spark_sha2", [Binary, Long], Text, Hashes.Sha2);
        yield return NativeFunction.OfVectors("spark_is_first_key", [Text, Long], KeyFunctions.AreFirst) with { IsVolatile = true };
        yield return new("spark_put_placed", [Long, Long, Long], Long, PlaceFunctions.Put) { IsVolatile = true };
        yield return new("spark_placed", [Long, Long], Long, PlaceFunctions.Get) { IsVolatile = true };
        yield return new("spark_gather_row", [Long, Long, Text], NativeKind.Boolean, GatheringFunctions.Put) { IsVolatile = true };
        yield return new("spark_gathered_row", [Long, Long], TextList, GatheringFunctions.Get) { IsVolatile = true };
        yield return new("spark_plain_number", [Text], Text, PlainNumber.Read);
        yield return new("spark_exact_decimal", [Text, Text, Text, Long], Text, ExactDecimals.Compute);
        yield return new("spark_decimal_round_even", [Text, Long, Long], Text, ExactDecimals.RoundEven);
        yield return new("spark_format_decimal", [Text, Long], Text, ExactDecimals.Format);
        yield return new("spark_conv", [Text, Long, Long], Text, NumberText.Convert);
        yield return new("spark_first_match", [Text, Text], Long, PatternFunctions.FirstMatch);
        yield return new("spark_first_group", [Text, Text], Text, PatternFunctions.FirstGroup);
        yield return new("spark_url_host", [Text], Text, UrlHosts.Find);
        yield return new("spark_url_has_parameter", [Text, Text], NativeKind.Boolean, UrlParameters.Has);
        yield return new("spark_url_tags", [Text, Text, Text], TextList, UrlParameters.Tags);
        yield return new("spark_url_decode", [Text], Text, UrlDecoding.Decode);
        yield return new("spark_url_encode", [Text], Text, UrlFunctions.Encode);
        yield return new("spark_parse_url", [Text, Text], Text, UrlFunctions.ParsePart);
        yield return new("spark_parse_url_key", [Text, Text, Text], Text, UrlFunctions.ParseKey);
    }

    public static void Register(DuckDBConnection connection, TimeProvider clock)
    {
        foreach (var function in All(clock))
        {
            NativeHost.Register(connection, function);
        }
    }
}
