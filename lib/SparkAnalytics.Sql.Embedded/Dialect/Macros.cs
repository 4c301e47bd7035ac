namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Pieces of SQL that several lines of the tables share, made once in the database so that statements stay readable.</summary>
internal static class Macros
{
    /// <summary>Signature and body of each, in an order in which they can be made.</summary>
    public static IReadOnlyList<(string Signature, string Body)> All { get; } =
    [
        ("spark_checked(result, input, type)", "CASE WHEN result IS NULL AND input IS NOT NULL THEN error('The value ''' || input || ''' cannot be converted to ' || type || '; use TryCast or the try_ function to get NULL instead.') ELSE result END"),
        ("spark_whole_text(x)", @"regexp_extract(x, '^[\x00-\x20\x7f]*([+-]?[0-9]+)[\x00-\x20\x7f]*$', 1)"),
        ("spark_decimal_text(x)", @"CASE WHEN regexp_full_match(x, '[+-]?[0-9]{1,30}(\.[0-9]{1,30})?') THEN x ELSE spark_plain_number(x) END"),
        ("spark_finite_text(x)", "CASE WHEN isfinite(x) THEN CAST(x AS VARCHAR) END"),
        ("spark_fraction_text(x)", "CASE WHEN x < 0 THEN '-0' ELSE '0' END || ltrim(CAST(x AS VARCHAR), '-')"),
        ("spark_within(x, most)", "CASE WHEN x > most OR x < -most THEN error('The number ' || CAST(x AS VARCHAR) || ' has more than 38 digits.') ELSE x END"),
        ("spark_to_double(x)", @"CASE WHEN regexp_full_match(x, '-?[0-9]{1,15}(\.[0-9]{1,15})?') THEN TRY_CAST(x AS DOUBLE) ELSE spark_double(x) END"),
        ("spark_to_float(x)", "CAST(spark_float(x) AS FLOAT)"),
        ("spark_to_boolean(x)", "CASE WHEN x IN ('true', 'TRUE', '1') THEN TRUE WHEN x IN ('false', 'FALSE', '0') THEN FALSE ELSE spark_boolean(x) END"),
        ("spark_to_date(x)", "CASE WHEN regexp_full_match(x, '[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN TRY_CAST(x AS DATE) ELSE DATE '1970-01-01' + CAST(spark_date(x) AS INTEGER) END"),
        ("spark_in_region(local, region)", "CASE WHEN timezone(region, timezone(region, local) - INTERVAL 1 HOUR) = local THEN timezone(region, local) - INTERVAL 1 HOUR WHEN timezone(region, timezone(region, local) - INTERVAL 30 MINUTE) = local THEN timezone(region, local) - INTERVAL 30 MINUTE ELSE timezone(region, local) END"),
        ("spark_to_timestamp(x)", "coalesce(make_timestamptz(spark_timestamp(x)), spark_in_region(make_timestamp(spark_timestamp_local(x)), spark_timestamp_region(x)))"),
        ("spark_double_to_text(x)", "CASE WHEN (abs(x) >= 0.001 AND abs(x) < 10000000) THEN CAST(x AS VARCHAR) ELSE spark_double_text(x) END"),
        ("spark_float_to_text(x)", "CASE WHEN (abs(x) >= 0.001 AND abs(x) < 10000000) THEN CAST(x AS VARCHAR) ELSE spark_float_text(CAST(x AS DOUBLE)) END"),
        ("spark_era_text(x, text)", "CASE WHEN year(x) > 9999 THEN '+' || text WHEN year(x) > 0 THEN text ELSE (CASE WHEN year(x) < 0 THEN '-' ELSE '' END) || lpad(CAST(abs(year(x)) AS VARCHAR), CAST(greatest(4, length(CAST(abs(year(x)) AS VARCHAR))) AS INTEGER), '0') || replace(substring(text, instr(text, '-')), ' (BC)', '') END"),
        ("spark_timestamp_to_text(x)", "spark_era_text(x, CAST(x AS VARCHAR))"),
        ("spark_date_to_text(x)", "spark_era_text(x, CAST(x AS VARCHAR))"),
        ("spark_interval_micros(x)", "CAST(datepart('day', x) AS BIGINT) * 86400000000 + datepart('hour', x) * 3600000000 + datepart('minute', x) * 60000000 + datepart('microsecond', x)"),
        ("spark_floor_div(x, y)", "(x - ((x % y) + y) % y) // y"),
        ("spark_quotient(n, d)", "n // d + CASE WHEN abs(n % d) >= abs(d) - abs(n % d) THEN CAST(sign(n) * sign(d) AS HUGEINT) ELSE 0 END"),
        ("spark_scaled(q, power, step)", "CAST(q // power AS DECIMAL(38,0)) + CAST(q % power AS DECIMAL(38,0)) * step"),
        ("spark_round_half_up(x, digits)", "CASE WHEN isfinite(x) THEN CAST(round(CAST(CAST(x AS VARCHAR) AS DECIMAL(38,18)), digits) AS DOUBLE) ELSE x END"),
        ("spark_whole_round(x, digits)", "CASE WHEN digits >= 0 THEN x ELSE round(CAST(x AS DECIMAL(20,0)), digits) END"),
        ("spark_upper_case(x)", "CASE WHEN strlen(x) = length(x) THEN upper(x) ELSE spark_upper(x) END"),
        ("spark_lower_case(x)", "CASE WHEN strlen(x) = length(x) THEN lower(x) ELSE spark_lower(x) END"),
        ("spark_substring(x, place, size)", "CASE WHEN size <= 0 THEN '' WHEN place > 0 THEN substring(x, place, size) WHEN place = 0 THEN substring(x, 1, size) WHEN length(x) + place < 0 THEN substring(x, 1, greatest(size + length(x) + place, 0)) ELSE substring(x, length(x) + place + 1, size) END"),
        ("spark_substring_index(x, delimiter, parts)", "CASE WHEN parts = 0 OR delimiter = '' THEN '' WHEN parts > 0 THEN array_to_string(string_split(x, delimiter)[1:parts], delimiter) ELSE array_to_string(string_split(x, delimiter)[greatest(len(string_split(x, delimiter)) + parts + 1, 1):], delimiter) END"),
        ("spark_locate(part, x, start)", "CASE WHEN start <= 0 THEN 0 WHEN instr(substring(x, start), part) = 0 THEN 0 ELSE instr(substring(x, start), part) + start - 1 END"),
        ("spark_shift_left(x, bits, width)", "CASE WHEN width = 63 THEN CAST((CAST(x AS HUGEINT) * (CAST(1 AS HUGEINT) << (bits & 63)) + 9223372036854775808) % 18446744073709551616 - 9223372036854775808 AS BIGINT) ELSE CAST((((CAST(x AS BIGINT) << (bits & 31)) + 2147483648) & 4294967295) - 2147483648 AS BIGINT) END"),
        ("spark_shift_right_unsigned(x, bits, width)", "CASE WHEN x >= 0 OR bits & width = 0 THEN x >> (bits & width) WHEN width = 63 THEN CAST((CAST(x AS HUGEINT) + 18446744073709551616) >> (bits & 63) AS BIGINT) ELSE (CAST(x AS BIGINT) + 4294967296) >> (bits & 31) END"),
        ("spark_array_item(items, place)", "CASE WHEN place < 0 OR place >= len(items) THEN error('The index ' || place || ' is out of bounds: the array has ' || len(items) || ' elements; use try_element_at to get NULL instead.') ELSE items[place + 1] END"),
        ("spark_element_at(items, place)", "CASE WHEN abs(place) > len(items) OR place = 0 THEN error('The index ' || place || ' is out of bounds: the array has ' || len(items) || ' elements; use try_element_at to get NULL instead.') ELSE items[place] END"),
        ("spark_try_element_at(items, place)", "CASE WHEN place = 0 THEN error('The index 0 is invalid: elements count from 1.') ELSE items[place] END"),
        ("spark_has_item(items, item)", "list_contains(items, item) OR (item IS NULL AND len(list_filter(items, lambda other: other IS NULL)) > 0)"),
        ("spark_array_contains(items, item)", "CASE WHEN list_contains(items, item) THEN TRUE WHEN len(list_filter(items, lambda other: other IS NULL)) > 0 OR item IS NULL THEN NULL ELSE list_contains(items, item) END"),
        ("spark_array_distinct(items)", "list_filter(items, lambda item, place: place = 1 OR NOT spark_has_item(items[1:place - 1], item))"),
        ("spark_join_text(items, separator)", "CASE WHEN len(items) = 0 THEN '' ELSE array_to_string(items, separator) END"),
        ("spark_next_day(x, name)", "CASE WHEN list_position(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], upper(left(name, 2))) > 0 THEN x + CAST((list_position(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], upper(left(name, 2))) - isodow(x) + 6) % 7 + 1 AS INTEGER) END"),
        ("spark_checked_date(y, m, d)", "make_date(y, m, d)"),
        ("spark_months_between(a, b, is_rounded)", "CASE WHEN day(a) = day(b) OR (last_day(CAST(a AS DATE)) = CAST(a AS DATE) AND last_day(CAST(b AS DATE)) = CAST(b AS DATE)) THEN CAST((year(a) - year(b)) * 12 + month(a) - month(b) AS DOUBLE) WHEN is_rounded THEN round((year(a) - year(b)) * 12 + month(a) - month(b) + ((day(a) - day(b)) * 86400.0 + (epoch(a) - epoch(date_trunc('day', a))) - (epoch(b) - epoch(date_trunc('day', b)))) / 2678400.0, 8) ELSE (year(a) - year(b)) * 12 + month(a) - month(b) + ((day(a) - day(b)) * 86400.0 + (epoch(a) - epoch(date_trunc('day', a))) - (epoch(b) - epoch(date_trunc('day', b)))) / 2678400.0 END"),
        ("spark_population_skewness(sample, n)", "CASE WHEN n > 2 THEN sample * (n - 2) / sqrt(n * (n - 1.0)) END"),
    ];
}
