using System.Globalization;
using System.Numerics;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Texts;

/// <summary>Numbers and intervals as Spark writes them.</summary>
internal static class NumberText
{
    /// <summary>Java's <c>Double.toString</c>: plain from 0.001 to 10,000,000, else with an exponent.</summary>
    public static bool FromDouble(ref NativeCall call)
    {
        var value = call.Double(0);
        call.Write(Java(value, value.ToString("R", CultureInfo.InvariantCulture)));
        return true;
    }

    /// <summary>Java's <c>Float.toString</c>.</summary>
    public static bool FromFloat(ref NativeCall call)
    {
        var value = (float)call.Double(0);
        call.Write(Java(value, value.ToString("R", CultureInfo.InvariantCulture)));
        return true;
    }

    /// <summary>Microseconds as an ANSI day-time interval.</summary>
    public static bool FromInterval(ref NativeCall call)
    {
        var micros = call.Long(0);
        var absolute = (UInt128)Int128.Abs(micros);
        var seconds = (long)(absolute / 1_000_000);
        var fraction = (long)(absolute % 1_000_000);
        var text = string.Create(
            CultureInfo.InvariantCulture,
            $"INTERVAL '{(micros < 0 ? "-" : string.Empty)}{seconds / 86400} {seconds / 3600 % 24:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
        call.Write(text);
        if (fraction != 0)
        {
            call.Write($".{fraction.ToString("000000", CultureInfo.InvariantCulture).TrimEnd('0')}");
        }

        call.Write("' DAY TO SECOND");
        return true;
    }

    /// <summary>Spark's <c>conv</c>: digits of one base in another, as unsigned 64-bit numbers where the target base is positive.</summary>
    public static bool Convert(ref NativeCall call)
    {
        var text = call.Text(0).Trim(' ');
        var (from, to) = ((int)call.Long(1), (int)call.Long(2));
        if (text.Length == 0 || from is < 2 or > 36 || Math.Abs(to) is < 2 or > 36)
        {
            return false;
        }

        var isNegative = text[0] == '-';
        var value = BigInteger.Zero;
        foreach (var digit in text.Skip(isNegative ? 1 : 0).Select(Digit).TakeWhile(digit => digit < from))
        {
            value = (value * from) + digit;
        }

        value = BigInteger.Min(value, ulong.MaxValue);
        if (isNegative)
        {
            value = to > 0 ? (BigInteger.One << 64) - value : -value;
        }

        call.Write(InBase(value, Math.Abs(to)));
        return true;
    }

    /// <summary>The shortest digits that give the number back, laid out as Java does.</summary>
    internal static string Java(double value, string shortest)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        var absolute = Math.Abs(value);
        if (absolute == 0)
        {
            return double.IsNegative(value) ? "-0.0" : "0.0";
        }

        var digits = Digits(shortest, out var exponent);
        var sign = value < 0 ? "-" : string.Empty;
        if (absolute is >= 1e-3 and < 1e7)
        {
            return sign + Plain(digits, exponent);
        }

        var fraction = digits.Length > 1 ? digits[1..] : "0";
        return $"{sign}{digits[0]}.{fraction}E{exponent.ToString(CultureInfo.InvariantCulture)}";
    }

    private static string Plain(string digits, int exponent) => exponent switch
    {
        < 0 => $"0.{new string('0', -exponent - 1)}{digits}",
        _ when exponent >= digits.Length - 1 => $"{digits}{new string('0', exponent - digits.Length + 1)}.0",
        _ => $"{digits[..(exponent + 1)]}.{digits[(exponent + 1)..]}",
    };

    /// <summary>The significant digits of a number in .NET's shortest form, and the power of ten of the first.</summary>
    private static string Digits(string shortest, out int exponent)
    {
        var text = shortest.TrimStart('-');
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var shift = mark < 0 ? 0 : int.Parse(text[(mark + 1)..], CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var all = whole + (point < 0 ? string.Empty : mantissa[(point + 1)..]);
        var leading = all.Length - all.TrimStart('0').Length;
        exponent = shift + whole.Length - 1 - leading;
        var digits = all.Trim('0');
        return digits.Length == 0 ? "0" : digits;
    }

    private static int Digit(char sign) => sign switch
    {
        >= '0' and <= '9' => sign - '0',
        >= 'a' and <= 'z' => sign - 'a' + 10,
        >= 'A' and <= 'Z' => sign - 'A' + 10,
        _ => int.MaxValue,
    };

    private static string InBase(BigInteger value, int numberBase)
    {
        var digits = new Stack<char>();
        var rest = BigInteger.Abs(value);
        do
        {
            digits.Push("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[(int)(rest % numberBase)]);
            rest /= numberBase;
        }
        while (rest > 0);
        return (value < 0 ? "-" : string.Empty) + string.Concat(digits);
    }
}
