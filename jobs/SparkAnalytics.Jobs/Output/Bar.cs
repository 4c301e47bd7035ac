namespace SparkAnalytics.Jobs.Output;

/// <summary>A horizontal bar made of text.</summary>
internal static class Bar
{
    private const string Eighths = "▏▎▍▌▋▊▉█";

    /// <summary>A bar for a value; a value above zero always shows something, one at or below zero nothing.</summary>
    /// <param name="value">The value.</param>
    /// <param name="largest">The value of a full bar.</param>
    /// <param name="width">Columns of a full bar.</param>
    /// <param name="unicode">Whether blocks of an eighth can be shown; otherwise it is made of <c>#</c>.</param>
    public static string Of(decimal value, decimal largest, int width, bool unicode)
    {
        if (value <= 0 || largest <= 0)
        {
            return "";
        }

        var eighths = Math.Max(1, (int)Math.Round(8 * width * Math.Min(value / largest, 1m), MidpointRounding.AwayFromZero));
        return unicode
            ? new string('█', eighths / 8) + (eighths % 8 == 0 ? "" : Eighths[(eighths % 8) - 1])
            : new string('#', (eighths + 4) / 8 is var blocks and > 0 ? blocks : 1);
    }
}
