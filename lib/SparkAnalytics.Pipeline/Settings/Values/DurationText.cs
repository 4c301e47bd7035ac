using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SparkAnalytics.Pipeline.Settings;

/// <summary>Durations as text: <c>90s</c>, <c>30m</c>, <c>1h30m</c>, <c>7d</c>; units d (24 hours), h, m, s, ms and us, each at most once, from large to small.</summary>
public static partial class DurationText
{
    private static readonly (string Unit, long Ticks)[] Units =
    [
        ("d", TimeSpan.TicksPerDay), ("h", TimeSpan.TicksPerHour), ("m", TimeSpan.TicksPerMinute),
        ("s", TimeSpan.TicksPerSecond), ("ms", TimeSpan.TicksPerMillisecond), ("us", TimeSpan.TicksPerMicrosecond),
    ];

    /// <summary>Reads a duration, with a minus sign if it is negative; at most nine digits for each unit, so that no sum overflows.</summary>
    /// <param name="text">The text.</param>
    /// <param name="duration">The duration, or null.</param>
    /// <returns>Whether the text is one.</returns>
    public static bool TryParse(string text, [NotNullWhen(true)] out TimeSpan? duration)
    {
        duration = null;
        var match = Form().Match(text);
        if (!match.Success)
        {
            return false;
        }

        decimal ticks = 0;
        foreach (var (unit, size) in Units)
        {
            if (match.Groups[unit] is { Success: true } digits)
            {
                ticks += decimal.Parse(digits.Value, CultureInfo.InvariantCulture) * size;
            }
        }

        if (ticks > long.MaxValue)
        {
            return false;
        }

        duration = TimeSpan.FromTicks((long)(match.Groups["sign"].Success ? -ticks : ticks));
        return true;
    }

    /// <summary>The shortest form with whole units: <c>7d</c>, <c>1h30m</c>, <c>0s</c>.</summary>
    /// <param name="duration">The duration, in whole microseconds.</param>
    /// <returns>The text.</returns>
    public static string Format(TimeSpan duration)
    {
        if (duration == TimeSpan.Zero)
        {
            return "0s";
        }

        var text = new StringBuilder(duration < TimeSpan.Zero ? "-" : "");
        var rest = Math.Abs(duration.Ticks);
        foreach (var (unit, size) in Units)
        {
            if (rest >= size)
            {
                text.Append(CultureInfo.InvariantCulture, $"{rest / size}{unit}");
                rest %= size;
            }
        }

        return text.ToString();
    }

    [GeneratedRegex(@"^(?<sign>-)?(?=[0-9])((?<d>[0-9]{1,9})d)?((?<h>[0-9]{1,9})h)?((?<m>[0-9]{1,9})m)?((?<s>[0-9]{1,9})s)?((?<ms>[0-9]{1,9})ms)?((?<us>[0-9]{1,9})us)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
