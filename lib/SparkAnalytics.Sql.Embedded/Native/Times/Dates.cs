using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SparkAnalytics.Sql.Embedded.Native.Host;

namespace SparkAnalytics.Sql.Embedded.Native.Times;

/// <summary>Spark's conversion of text to dates, for the forms that DuckDB does not take.</summary>
internal static partial class Dates
{
    /// <summary>The last day that DuckDB holds either way; beyond stand its infinities.</summary>
    private const int MostDays = int.MaxValue - 1;

    /// <summary>Days since 1970; false where the text is no date.</summary>
    public static bool Parse(ref NativeCall call)
    {
        var match = Form().Match(Encoding.UTF8.GetString(Blanks.Trim(call.Bytes(0))));
        var days = match.Success ? Calendar.Days(Part(match, "year"), Part(match, "month"), Part(match, "day")) : null;
        call.LongResult = days ?? 0;
        return days is >= -MostDays and <= MostDays;
    }

    private static int Part(Match match, string name) =>
        match.Groups[name].Success ? int.Parse(match.Groups[name].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture) : 1;

    [GeneratedRegex(@"\A(?<year>[+-]?[0-9]{4,7})(?:-(?<month>[0-9]{1,2})(?:-(?<day>[0-9]{1,2})(?:[ T].*)?)?)?\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();
}
