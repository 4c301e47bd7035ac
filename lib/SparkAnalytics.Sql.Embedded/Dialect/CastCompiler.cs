using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Dialect;

/// <summary>Spark's conversions, by the types they go between. What DuckDB does otherwise stands here and in <c>Macros</c>, nowhere else.</summary>
internal static class CastCompiler
{
    /// <summary>Digits of which a double holds every number exactly; DuckDB divides longer ones in parts, and may miss the nearest.</summary>
    private const int ExactInDouble = 15;

    private const int DigitsOfMicroseconds = 6;

    /// <summary>The SQL of a conversion.</summary>
    /// <param name="value">The value in SQL.</param>
    /// <param name="from">Its type.</param>
    /// <param name="to">The wanted type.</param>
    /// <param name="isTry">NULL instead of an error where the value cannot be converted.</param>
    public static string Sql(string value, DataType from, DataType to, bool isTry) => (from, to) switch
    {
        _ when from == to => value,
        (NullType, _) => $"CAST(NULL AS {SqlTypes.Name(to)})",
        (StringType, _) => FromText(value, to, isTry),
        (_, StringType) => ToText(value, from),
        (FloatType or DoubleType, ByteType or ShortType or IntegerType or LongType) => Plain($"trunc({value})", to, isTry),
        (DecimalType, ByteType or ShortType or IntegerType or LongType) => Plain($"trunc({value})", to, isTry),
        (DoubleType or FloatType, DecimalType) => FloatingToDecimal(value, to, isTry),
        (DecimalType { Precision: > ExactInDouble }, DoubleType or FloatType) => Plain($"CAST({value} AS VARCHAR)", to, isTry),
        (TimestampType or TimestampNtzType, LongType or IntegerType or ShortType or ByteType) => Plain($"spark_floor_div(epoch_us({value}), 1000000)", to, isTry),
        (TimestampType or TimestampNtzType, DecimalType) => FloatingToDecimal($"epoch_us({value}) / 1000000", to, isTry),
        (TimestampType or TimestampNtzType, DoubleType or FloatType) => Plain($"epoch_us({value}) / 1000000", to, isTry),
        (TimestampType, DateType) => Plain($"make_timestamp(epoch_us({value}))", to, isTry),
        (ByteType or ShortType or IntegerType or LongType, TimestampType) => $"make_timestamptz(CAST({value} AS BIGINT) * 1000000)",
        (DecimalType { Precision: > DecimalType.MaxPrecision - DigitsOfMicroseconds }, TimestampType) => $"make_timestamptz({WideDecimals.Exact("div", value, "0.000001", new LongType(), "CAST")})",
        (DoubleType or FloatType or DecimalType, TimestampType) => $"make_timestamptz(CAST(trunc({value} * 1000000) AS BIGINT))",
        (DayTimeIntervalType, LongType or IntegerType) => Plain($"spark_floor_div(spark_interval_micros({value}), 1000000)", to, isTry),
        (ArrayType source, ArrayType target) => $"list_transform({value}, lambda item: {Sql("item", source.ElementType, target.ElementType, isTry)})",
        (StructType source, StructType target) => Structure(value, source, target, isTry),
        _ => Plain(value, to, isTry),
    };

    private static string Plain(string value, DataType to, bool isTry) => $"{(isTry ? "TRY_CAST" : "CAST")}({value} AS {SqlTypes.Name(to)})";

    /// <summary>By the shortest digits that give the number as a double back; NULL where it is not finite, in Spark's strict mode too.</summary>
    private static string FloatingToDecimal(string value, DataType to, bool isTry)
    {
        var text = $"spark_finite_text(CAST({value} AS DOUBLE))";
        var converted = $"TRY_CAST(spark_decimal_text({text}) AS {SqlTypes.Name(to)})";
        return isTry ? converted : $"spark_checked({converted}, {text}, {SqlText.Text(to.SimpleString.ToUpperInvariant())})";
    }

    private static string FromText(string value, DataType to, bool isTry)
    {
        var type = SqlTypes.Name(to);
        var converted = to switch
        {
            ByteType or ShortType or IntegerType or LongType => $"TRY_CAST(spark_whole_text({value}) AS {type})",
            DecimalType => $"TRY_CAST(spark_decimal_text({value}) AS {type})",
            DoubleType => $"spark_to_double({value})",
            FloatType => $"spark_to_float({value})",
            BooleanType => $"spark_to_boolean({value})",
            DateType => $"spark_to_date({value})",
            TimestampType => $"spark_to_timestamp({value})",
            TimestampNtzType => $"make_timestamp(spark_timestamp_plain({value}))",
            BinaryType => $"encode({value})",
            _ => throw new AnalysisException($"Text cannot be cast to {to.SimpleString}."),
        };
        return isTry || to is BinaryType ? converted : $"spark_checked({converted}, {value}, {SqlText.Text(to.SimpleString.ToUpperInvariant())})";
    }

    private static string ToText(string value, DataType from) => from switch
    {
        DoubleType => $"spark_double_to_text({value})",
        FloatType => $"spark_float_to_text({value})",
        TimestampType => $"spark_timestamp_to_text(timezone('UTC', {value}))",
        TimestampNtzType => $"spark_timestamp_to_text({value})",
        DateType => $"spark_date_to_text({value})",
        DayTimeIntervalType => $"spark_interval_text(spark_interval_micros({value}))",
        BinaryType => $"decode({value})",
        DecimalType number when number.Precision == number.Scale => $"spark_fraction_text({value})",
        ArrayType array => $"('[' || spark_join_text(list_transform({value}, lambda item: coalesce({Sql("item", array.ElementType, new StringType(), false)}, 'null')), ', ') || ']')",
        MapType map => $"('{{' || spark_join_text(list_transform(map_entries({value}), lambda item: {Sql("item.key", map.KeyType, new StringType(), false)} || ' -> ' || coalesce({Sql("item.value", map.ValueType, new StringType(), false)}, 'null')), ', ') || '}}')",
        StructType structure => $"('{{' || {string.Join(" || ', ' || ", structure.Fields.Select(field => $"coalesce({Sql($"{value}[{SqlText.Text(field.Name)}]", field.DataType, new StringType(), false)}, 'null')"))} || '}}')",
        _ => $"CAST({value} AS VARCHAR)",
    };

    private static string Structure(string value, StructType source, StructType target, bool isTry)
    {
        var members = source.Fields.Zip(target.Fields, (from, to) => $"{SqlText.Name(to.Name)} := {Sql($"{value}[{SqlText.Text(from.Name)}]", from.DataType, to.DataType, isTry)}");
        return $"(CASE WHEN {value} IS NOT NULL THEN struct_pack({string.Join(", ", members)}) END)";
    }
}
