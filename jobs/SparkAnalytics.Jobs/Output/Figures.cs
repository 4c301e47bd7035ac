using System.Globalization;

namespace SparkAnalytics.Jobs.Output;

/// <summary>Numbers as people read them, the same in every country.</summary>
internal static class Figures
{
    private static readonly string[] _units = ["B", "KB", "MB", "GB", "TB"];

    public static string Count(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Orders: a whole number, or with two digits where multi-touch models share them out.</summary>
    public static string Share(decimal number) => number.ToString(number == decimal.Truncate(number) ? "N0" : "N2", CultureInfo.InvariantCulture);

    public static string Money(decimal amount) => amount.ToString("N2", CultureInfo.InvariantCulture);

    public static string Seconds(double seconds) => seconds.ToString(seconds < 10 ? "N2" : "N1", CultureInfo.InvariantCulture) + " s";

    /// <summary>An instant to the second.</summary>
    public static string Instant(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Percent(decimal part, decimal whole) => whole == 0 ? "" : (100 * part / whole).ToString("N1", CultureInfo.InvariantCulture) + " %";

    public static string Size(long bytes)
    {
        var unit = 0;
        double size = bytes;
        for (; size >= 1024 && unit < _units.Length - 1; unit++)
        {
            size /= 1024;
        }

        return size.ToString(unit == 0 ? "N0" : "N1", CultureInfo.InvariantCulture) + " " + _units[unit];
    }
}
