using System.Globalization;

namespace SparkAnalytics.Benchmarks;

/// <summary>Figures of several runs, and how they are shown.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<MeasuredProcess> runs, Func<MeasuredProcess, double> value) => Median(runs.Select(value));

    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    public static void Print(params IReadOnlyList<object> cells) => Console.WriteLine(string.Join(
        "  ", cells.Select(cell => (cell is double or long ? string.Format(CultureInfo.InvariantCulture, "{0:0.##}", cell) : cell.ToString()!).PadLeft(9))));

    public static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
