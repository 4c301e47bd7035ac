namespace SparkAnalytics.Sql.Embedded.Native.Times;

/// <summary>The parts of a text that has the form of a timestamp, as Spark takes them apart: a part may have one digit, the later ones may be missing, a time may stand alone, and what follows the seconds is the zone.</summary>
internal ref struct MomentText
{
    private const int Year = 0;
    private const int Day = 2;
    private const int Hour = 3;
    private const int Second = 5;
    private const int Fraction = 6;
    private const int End = 7;
    private const int DigitsOfFraction = 6;

    private readonly Span<int> _parts;
    private int _part;
    private int _value;
    private int _digits;
    private bool _isSigned;

    private MomentText(Span<int> parts) => _parts = parts;

    /// <summary>Whether there is no date, so that the time is today's.</summary>
    public bool IsTimeOnly { get; private set; }

    /// <summary>What follows the time; empty where nothing does.</summary>
    public ReadOnlySpan<byte> Zone { get; private set; }

    /// <summary>Takes a text apart.</summary>
    /// <param name="text">The text as it stands.</param>
    /// <param name="parts">Place for year, month, day, hour, minute, second, microseconds and one more.</param>
    /// <param name="found">The parts.</param>
    /// <returns>False where the text has another form.</returns>
    public static bool TryParse(ReadOnlySpan<byte> text, Span<int> parts, out MomentText found)
    {
        parts.Clear();
        parts[..Hour].Fill(1);
        found = new MomentText(parts);
        return found.Read(text);
    }

    private bool Read(ReadOnlySpan<byte> whole)
    {
        var text = Blanks.Trim(whole);
        if (text.IsEmpty)
        {
            return false;
        }

        _isSigned = text[0] is (byte)'-' or (byte)'+';
        for (var index = _isSigned ? 1 : 0; index < text.Length && _part < End; index++)
        {
            var sign = text[index];
            if (char.IsAsciiDigit((char)sign))
            {
                Add(sign - '0');
            }
            else if (index == 0 && sign == 'T' && whole[0] == 'T')
            {
                // A blank before it is no longer such a time to Spark.
                (IsTimeOnly, _part) = (true, Hour);
            }
            else if (!TakeMark(sign, text[index..]))
            {
                return false;
            }
        }

        if (_part < End && !Finish(_part))
        {
            return false;
        }

        _parts[Year] = text[0] == '-' ? -_parts[Year] : _parts[Year];
        return true;
    }

    private void Add(int digit)
    {
        // Nanoseconds are cut off; an overlong part is refused by its digits.
        if (_part != Fraction || _digits < DigitsOfFraction)
        {
            _value = unchecked((_value * 10) + digit);
        }

        _digits++;
    }

    private bool TakeMark(byte sign, ReadOnlySpan<byte> rest)
    {
        switch (_part)
        {
            case Year when sign == ':' && !_isSigned:
                IsTimeOnly = true;
                _part = Hour;
                return Finish(Hour);
            case < Day:
                return sign == '-' && Finish(_part);
            case Day:
                return sign is (byte)' ' or (byte)'T' && Finish(Day);
            case < Second:
                return sign == ':' && Finish(_part);
            case Second when sign == '.':
                return Finish(Second);
            default:
                Zone = rest;
                var isWhole = Finish(_part);
                _part = End;
                return isWhole;
        }
    }

    private bool Finish(int part)
    {
        var isWhole = part switch
        {
            Year => _digits is >= 4 and <= 6,
            Fraction => true,
            _ => _digits is 1 or 2,
        };
        for (var digits = _digits; part == Fraction && digits < DigitsOfFraction; digits++)
        {
            _value *= 10;
        }

        _parts[part] = _value;
        (_part, _value, _digits) = (part + 1, 0, 0);
        return isWhole;
    }
}
