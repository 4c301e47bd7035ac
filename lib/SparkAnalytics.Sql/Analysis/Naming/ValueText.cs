using System.Collections;
using System.Data.SqlTypes;
using System.Globalization;
using System.Text;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Analysis;

/// <summary>Values as <c>Show</c> prints them: Spark's cast to string, and its brackets for arrays, maps and structures.</summary>
internal static class ValueText
{
    public static string Of(object? value, DataType type) => (value, type) switch
    {
        (null, _) => "NULL",
        (bool truth, _) => truth ? "true" : "false",
        (double number, _) => OfDouble(number, number.ToString("E16", CultureInfo.InvariantCulture), number.ToString("R", CultureInfo.InvariantCulture)),
        (float number, _) => OfDouble(number, number.ToString("E8", CultureInfo.InvariantCulture), number.ToString("R", CultureInfo.InvariantCulture)),
        (decimal or SqlDecimal, DecimalType exact) => DecimalValues.Text(value, exact.Scale),
        (Timestamp time, _) => OfTimestamp(time),
        (TimeSpan length, _) => OfInterval(length),
        (byte[] bytes, _) => $"[{string.Join(' ', bytes.Select(item => item.ToString("X2", CultureInfo.InvariantCulture)))}]",
        (Row row, StructType structure) => $"{{{string.Join(", ", row.Values.Zip(structure.Fields, (item, member) => Of(item, member.DataType)))}}}",
        (IDictionary map, MapType types) => $"{{{string.Join(", ", map.Keys.Cast<object>().Select(key => $"{Of(key, types.KeyType)} -> {Of(map[key], types.ValueType)}"))}}}",
        (IEnumerable items and not string, ArrayType array) => $"[{string.Join(", ", items.Cast<object?>().Select(item => Of(item, array.ElementType)))}]",
        (IFormattable other, _) => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? string.Empty,
    };

    /// <summary>Java's <c>Double.toString</c>: plain from 0.001 to below 10,000,000, else with an exponent, always with a fraction.</summary>
    private static string OfDouble(double number, string exact, string shortest)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }

        var size = Math.Abs(number);
        var (digits, exponent) = Digits(shortest);
        var sign = exact[0] == '-' ? "-" : "";
        if (size != 0 && size is < 1e-3 or >= 1e7)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}");
        }

        var text = new StringBuilder(sign);
        if (exponent < 0)
        {
            return text.Append("0.").Append('0', -exponent - 1).Append(digits).ToString();
        }

        var whole = digits.Length <= exponent ? digits.PadRight(exponent + 1, '0') : digits[..(exponent + 1)];
        var fraction = digits.Length > exponent + 1 ? digits[(exponent + 1)..] : "0";
        return text.Append(whole).Append('.').Append(fraction).ToString();
    }

    /// <summary>The significant digits and the exponent of the first of them.</summary>
    private static (string Digits, int Exponent) Digits(string shortest)
    {
        var text = shortest.TrimStart('-');
        var exponent = 0;
        if (text.IndexOf('E', StringComparison.Ordinal) is var mark and >= 0)
        {
            exponent = int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..mark];
        }

        var point = text.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? text : text[..point];
        var all = whole + (point < 0 ? "" : text[(point + 1)..]);
        var leading = all.Length - all.TrimStart('0').Length;
        var digits = all.Trim('0');
        return digits.Length == 0 ? ("0", 0) : (digits, exponent + whole.Length - 1 - leading);
    }

    private static string OfTimestamp(Timestamp time)
    {
        var text = time.ToDateTime().ToString("yyyy-MM-dd HH:mm:ss.ffffff", CultureInfo.InvariantCulture);
        return text.TrimEnd('0').TrimEnd('.') is var trimmed && trimmed.Length >= 19 ? trimmed : text[..19];
    }

    private static string OfInterval(TimeSpan length)
    {
        var size = length.Duration();
        var fraction = size.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond;
        var tail = fraction == 0 ? "" : "." + fraction.ToString("D6", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{(length < TimeSpan.Zero ? "-" : "")}{size.Days} {size.Hours:D2}:{size.Minutes:D2}:{size.Seconds:D2}{tail}' DAY TO SECOND");
    }
}
