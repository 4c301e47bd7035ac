using System.Globalization;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Syntax;

/// <summary>Spark's types in DuckDB and back.</summary>
internal static class SqlTypes
{
    /// <summary>DuckDB's name of a type.</summary>
    public static string Name(DataType type) => type switch
    {
        StringType => "VARCHAR",
        BooleanType => "BOOLEAN",
        ByteType => "TINYINT",
        ShortType => "SMALLINT",
        IntegerType => "INTEGER",
        LongType => "BIGINT",
        FloatType => "FLOAT",
        DoubleType => "DOUBLE",
        DecimalType number => string.Create(CultureInfo.InvariantCulture, $"DECIMAL({number.Precision},{number.Scale})"),
        DateType => "DATE",
        TimestampType => "TIMESTAMPTZ",
        TimestampNtzType => "TIMESTAMP",
        DayTimeIntervalType => "INTERVAL",
        BinaryType => "BLOB",
        NullType => "INTEGER",
        ArrayType array => $"{Name(array.ElementType)}[]",
        MapType map => $"MAP({Name(map.KeyType)}, {Name(map.ValueType)})",
        StructType structure => $"STRUCT({string.Join(", ", structure.Fields.Select(field => $"{SqlText.Name(field.Name)} {Name(field.DataType)}"))})",
        _ => throw new AnalysisException($"The embedded engine has no type '{type.SimpleString}'."),
    };

    /// <summary>Spark's type for one of DuckDB; types that Spark lacks become the next wider one, or text.</summary>
    public static DataType Parse(string name)
    {
        var text = name.Trim();
        if (text.EndsWith("[]", StringComparison.Ordinal))
        {
            return new ArrayType(Parse(text[..^2]));
        }

        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return Simple(text);
        }

        var inner = text[(open + 1)..text.LastIndexOf(')')];
        return text[..open] switch
        {
            "DECIMAL" => Decimal(inner),
            "STRUCT" => new StructType(SplitTypes(inner).Select(Member)),
            "MAP" => SplitTypes(inner) is [var key, var value] ? new MapType(Parse(key), Parse(value)) : new StringType(),
            _ => new StringType(),
        };
    }

    private static DataType Simple(string name) => name switch
    {
        "BOOLEAN" => new BooleanType(),
        "TINYINT" => new ByteType(),
        "SMALLINT" or "UTINYINT" => new ShortType(),
        "INTEGER" or "USMALLINT" => new IntegerType(),
        "BIGINT" or "UINTEGER" => new LongType(),
        "UBIGINT" => new DecimalType(20),
        "HUGEINT" or "UHUGEINT" => new DecimalType(38),
        "FLOAT" => new FloatType(),
        "DOUBLE" => new DoubleType(),
        "DATE" => new DateType(),
        "TIMESTAMP WITH TIME ZONE" => new TimestampType(),
        "TIMESTAMP" or "TIMESTAMP_NS" or "TIMESTAMP_MS" or "TIMESTAMP_S" => new TimestampNtzType(),
        "INTERVAL" => new DayTimeIntervalType(),
        "BLOB" => new BinaryType(),
        _ => new StringType(),
    };

    private static DecimalType Decimal(string inner)
    {
        var parts = inner.Split(',');
        return new DecimalType(int.Parse(parts[0], CultureInfo.InvariantCulture), int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static StructField Member(string text)
    {
        var isQuoted = text.StartsWith('"');
        var end = isQuoted ? text.IndexOf("\" ", 1, StringComparison.Ordinal) + 1 : text.IndexOf(' ', StringComparison.Ordinal);
        var name = isQuoted ? text[1..(end - 1)].Replace("\"\"", "\"", StringComparison.Ordinal) : text[..end];
        return new StructField(name, Parse(text[(end + 1)..]));
    }

    /// <summary>The parts between the commas that are in no bracket and no quotes.</summary>
    private static List<string> SplitTypes(string text)
    {
        var parts = new List<string>();
        var (depth, start, isQuoted) = (0, 0, false);
        for (var index = 0; index < text.Length; index++)
        {
            isQuoted ^= text[index] == '"';
            depth += isQuoted ? 0 : text[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (text[index] == ',' && depth == 0 && !isQuoted)
            {
                parts.Add(text[start..index].Trim());
                start = index + 1;
            }
        }

        parts.Add(text[start..].Trim());
        return parts;
    }
}
