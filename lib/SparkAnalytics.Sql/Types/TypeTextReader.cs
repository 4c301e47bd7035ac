using System.Globalization;

namespace SparkAnalytics.Sql.Types;

/// <summary>A reader of Spark's type names from left to right.</summary>
internal sealed class TypeTextReader(string text)
{
    private int _position;

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

    public void ExpectEnd()
    {
        SkipBlanks();
        if (_position < text.Length)
        {
            throw Wrong($"'{text[_position..]}' is left over");
        }
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
            Expect('\'');
            _position = text.IndexOf('\'', _position) is var end and >= 0 ? end + 1 : throw Wrong("the comment does not end");
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

    private string ReadName()
    {
        SkipBlanks();
        if (_position >= text.Length || text[_position] != '`')
        {
            return ReadWord();
        }

        var end = text.IndexOf('`', _position + 1);
        var name = end > 0 ? text[(_position + 1)..end] : throw Wrong("a backtick is missing");
        _position = end + 1;
        return name;
    }

    private string ReadWord()
    {
        SkipBlanks();
        var start = _position;
        while (_position < text.Length && (char.IsLetterOrDigit(text[_position]) || text[_position] == '_'))
        {
            _position++;
        }

        return _position > start ? text[start.._position] : throw Wrong("a name is missing");
    }

    private int ReadNumber() =>
        int.TryParse(ReadWord(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Wrong("a number is missing");

    private bool SkipWord(string word)
    {
        var start = _position;
        SkipBlanks();
        if (string.Compare(text, _position, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) == 0)
        {
            _position += word.Length;
            return true;
        }

        _position = start;
        return false;
    }

    private bool Skip(char character)
    {
        SkipBlanks();
        if (_position >= text.Length || text[_position] != character)
        {
            return false;
        }

        _position++;
        return true;
    }

    private void Expect(char character)
    {
        if (!Skip(character))
        {
            throw Wrong($"'{character}' is missing");
        }
    }

    private void SkipBlanks()
    {
        while (_position < text.Length && char.IsWhiteSpace(text[_position]))
        {
            _position++;
        }
    }

    private AnalysisException Wrong(string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"'{text}' is no type or schema: {what} at position {_position + 1}."));
}
