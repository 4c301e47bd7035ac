using SparkAnalytics.SampleData.Problems;
using SparkAnalytics.SampleData.Visits;

namespace SparkAnalytics.SampleData;

/// <summary>The raw events of an invented shop: visits from campaigns, search, social sites and mails, carts and orders, and the faults of real exports in small shares.</summary>
public static class SampleEvents
{
    /// <summary>Makes the rows in the order of their files, one after the other; memory grows with the visitors who will come back, not with the rows.</summary>
    /// <param name="options">How many rows, of which seed and days.</param>
    /// <returns>Exactly <see cref="SampleOptions.Events"/> rows with ascending days; each enumeration makes the same ones again.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An option is outside its range.</exception>
    public static IEnumerable<SampleEvent> Generate(SampleOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        return Run(options);
    }

    private static IEnumerable<SampleEvent> Run(SampleOptions options)
    {
        var curve = new TrafficCurve(options);
        var export = new Export(options);
        var builder = new VisitBuilder();
        var returning = new PriorityQueue<Visit, (long Start, ulong Visitor)>();
        var arriving = new PriorityQueue<SampleEvent, (long Arrival, long Sequence)>();
        long planned = 0;
        long emitted = 0;
        ulong visitors = 0;

        while (planned < options.Events)
        {
            // A new visitor comes when the curve asks for more rows than are planned; those who come back count first.
            var newcomerStart = curve.TimeOf(planned);
            var visit = returning.TryPeek(out var next, out _) && next.Start <= newcomerStart
                ? returning.Dequeue()
                : new Visit(newcomerStart, SampleRandom.Mix(options.Seed, ++visitors), 1);
            while (arriving.TryPeek(out _, out var first) && first.Arrival < visit.Start)
            {
                emitted++;
                yield return arriving.Dequeue();
            }

            var random = new SampleRandom(SampleRandom.Mix(visit.Visitor, (ulong)visit.Number));
            var (hits, stage) = builder.Build(visit, random);
            foreach (var (row, arrival) in export.Rows(hits, random))
            {
                arriving.Enqueue(row, (arrival, planned++));
            }

            if (ReturnPlan.Next(visit, stage, random) is { } again && again.Start < curve.End)
            {
                returning.Enqueue(again, (again.Start, again.Visitor));
            }
        }

        while (emitted++ < options.Events)
        {
            yield return arriving.Dequeue();
        }
    }
}
