namespace SparkAnalytics.Sql.Types;

/// <summary>A reader of Spark's type names from left to right.</summary>
internal sealed class TypeTextReader(string text) : TextCursor(text)
{
    public DataType ReadType()
    {
        var name = ReadWord().ToLowerInvariant();
        return name switch
        {
            "tinyint" or "byte" => new ByteType(),
            "smallint" or "short" => new ShortType(),
            "int" or "integer" => new IntegerType(),
            "bigint" or "long" => new LongType(),
            "float" or "real" => new FloatType(),
            "double" => new DoubleType(),
            "boolean" => new BooleanType(),
            "string" => new StringType(),
            "varchar" or "char" => ReadLength(),
            "binary" => new BinaryType(),
            "date" => new DateType(),
            "timestamp" or "timestamp_ltz" => new TimestampType(),
            "timestamp_ntz" => new TimestampNtzType(),
            "void" or "null" => new NullType(),
            "decimal" or "dec" or "numeric" => ReadDecimal(),
            "interval" => ReadInterval(),
            "array" => ReadArray(),
            "map" => ReadMap(),
            "struct" => ReadStruct(),
            _ => throw Wrong($"'{name}' is no type"),
        };
    }

    public StructType ReadColumns()
    {
        var members = new List<StructField>();
        do
        {
            members.Add(ReadMember());
        }
        while (Skip(','));
        return new StructType(members);
    }

    private StructField ReadMember()
    {
        var name = ReadName();
        Skip(':');
        var type = ReadType();
        var isNullable = true;
        if (SkipWord("not"))
        {
            isNullable = SkipWord("null") ? false : throw Wrong("'NULL' is missing after 'NOT'");
        }

        if (SkipWord("comment"))
        {
            SkipQuoted();
        }

        return new StructField(name, type, isNullable);
    }

    private DecimalType ReadDecimal()
    {
        if (!Skip('('))
        {
            return new DecimalType();
        }

        var precision = ReadNumber();
        var scale = Skip(',') ? ReadNumber() : 0;
        Expect(')');
        return precision is >= 1 and <= DecimalType.MaxPrecision && scale <= precision
            ? new DecimalType(precision, scale)
            : throw Wrong("a decimal has 1 to 38 digits and no more of them after the point");
    }

    private StringType ReadLength()
    {
        Expect('(');
        ReadNumber();
        Expect(')');
        return new StringType();
    }

    private DayTimeIntervalType ReadInterval() =>
        SkipWord("day") && SkipWord("to") && SkipWord("second") ? new DayTimeIntervalType() : throw Wrong("only 'interval day to second' is known");

    private ArrayType ReadArray()
    {
        Expect('<');
        var element = ReadType();
        Expect('>');
        return new ArrayType(element);
    }

    private MapType ReadMap()
    {
        Expect('<');
        var key = ReadType();
        Expect(',');
        var value = ReadType();
        Expect('>');
        return new MapType(key, value);
    }

    private StructType ReadStruct()
    {
        Expect('<');
        if (Skip('>'))
        {
            return new StructType([]);
        }

        var structure = ReadColumns();
        Expect('>');
        return structure;
    }
}
