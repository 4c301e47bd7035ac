using System.Globalization;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Sql.Analysis;

namespace SparkAnalytics.Jobs.Output;

/// <summary>What came late in an increment and what it altered, in lines.</summary>
internal static class LatenessFacts
{
    public static IEnumerable<(string Name, string Figure, string Remark)> Of(LatenessReport lateness)
    {
        yield return ("Late events", Figures.Count(lateness.LateEvents), lateness is { MedianSecondsLate: { } median, MostSecondsLate: { } most } ? $"of {Counted.Of(lateness.Events, "event", "events")}, half of them by {Span(median)} or less, the latest by {Span(most)}" : $"of {Counted.Of(lateness.Events, "event", "events")}");
        yield return ("Sessions", Figures.Count(lateness.SessionsExtended + lateness.SessionsMerged + lateness.SessionsRenumbered), $"restated: {Figures.Count(lateness.SessionsExtended)} extended, {Figures.Count(lateness.SessionsMerged)} merged, {Figures.Count(lateness.SessionsRenumbered)} renumbered; {Figures.Count(lateness.SessionsContinued)} went on");
        yield return ("Orders", Figures.Count(lateness.OrdersReattributed), $"with other credit than before; {Figures.Count(lateness.OrdersChanged)} sent again with other values");
        foreach (var model in lateness.RevenueMoved.GroupBy(moved => moved.Model))
        {
            yield return ("Revenue moved", Figures.Money(model.Where(moved => moved.Revenue > 0).Sum(moved => moved.Revenue)), $"{model.Key}: {string.Join(", ", model.Select(moved => $"{moved.Channel} {(moved.Revenue > 0 ? "+" : "")}{Figures.Money(moved.Revenue)}"))}");
        }
    }

    /// <summary>A length of time in one unit.</summary>
    private static string Span(double seconds) => TimeSpan.FromSeconds(seconds) switch
    {
        { TotalDays: >= 1 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalDays:0.#} d"),
        { TotalHours: >= 1 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h"),
        { TotalMinutes: >= 1 } span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min"),
        var span => string.Create(CultureInfo.InvariantCulture, $"{span.TotalSeconds:0.#} s"),
    };
}
