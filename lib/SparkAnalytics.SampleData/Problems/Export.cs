using SparkAnalytics.SampleData.Visits;

namespace SparkAnalytics.SampleData.Problems;

/// <summary>Makes rows of hits as a real export would: nearly all of them clean and at once, a few twice, late or damaged.</summary>
internal sealed class Export(SampleOptions options)
{
    private readonly long _end = Instants.StartOf(options.FirstDay.AddDays(options.Days));
    private readonly long _idSwitch = Instants.StartOf(options.IdSwitchDay) + (Instants.Day / 2);
    private readonly List<(SampleEvent Row, long Arrival)> _rows = [];

    /// <summary>The rows with the instant of their arrival, in no order (the list is used again for the next visit).</summary>
    public IReadOnlyList<(SampleEvent Row, long Arrival)> Rows(IReadOnlyList<Hit> hits, SampleRandom random)
    {
        _rows.Clear();
        foreach (var hit in hits)
        {
            var problem = random.Below(100_000);
            var delay = problem is >= 250 and < 400 ? random.Between(Instants.Day, 3 * Instants.Day)
                : random.Chance(1_000) ? random.Between(1, 25) * Instants.Second
                : 0;
            var arrival = Math.Min(hit.Time + delay, _end - 1);
            var row = Row(hit, arrival, problem, random);
            _rows.Add((row, arrival));
            if (problem < 250)
            {
                _rows.Add(Again(row, arrival, nextDay: problem < 90, random));
            }
        }

        return _rows;
    }

    /// <summary>The same row once more, soon after or in the next day's file; never across the switch of id columns, which would make another row of it.</summary>
    private (SampleEvent Row, long Arrival) Again(SampleEvent row, long arrival, bool nextDay, SampleRandom random)
    {
        var tomorrow = arrival + Instants.Day;
        if (nextDay && tomorrow < _end && arrival < _idSwitch == tomorrow < _idSwitch)
        {
            return (row with { Day = Instants.DayOf(tomorrow) }, tomorrow);
        }

        var soon = Math.Min(arrival + (random.Between(0, 40) * Instants.Second), _end - 1);
        return arrival < _idSwitch == soon < _idSwitch
            ? (row with { Day = Instants.DayOf(soon) }, soon)
            : (row, arrival);
    }

    private SampleEvent Row(Hit hit, long arrival, int problem, SampleRandom random)
    {
        var day = Instants.DayOf(arrival);
        var id = problem switch
        {
            >= 400 and < 430 => hit.ClientId is null ? null : $" {hit.ClientId}",
            >= 430 and < 450 => hit.ClientId is null ? null : $"{hit.ClientId}\t ",
            >= 450 and < 470 => "  ",
            >= 470 and < 490 => null,
            _ => hit.ClientId,
        };
        var (oldId, newId) = arrival >= _idSwitch ? (null, id) : (id, (string?)null);
        if (oldId is not null && day == options.IdSwitchDay && random.Chance(400))
        {
            // The old tag and the new one answer side by side on the morning of the switch.
            (oldId, newId) = (random.Chance(5_000) ? oldId : " ", oldId);
        }

        var timestamp = problem switch
        {
            >= 500 and < 530 => Timestamps.Broken(hit.Time, random),
            >= 530 and < 550 => random.Chance(7_000) ? null : " ",
            >= 550 and < 570 => Timestamps.Format(hit.Time + (70 * 365 * Instants.Day), random),
            _ => Timestamps.Format(hit.Time, random),
        };
        var eventName = problem switch
        {
            >= 570 and < 585 => null,
            >= 585 and < 590 => " ",
            _ => hit.EventName,
        };
        var data = hit.EventData is null ? null : EventDataFaults.Apply(hit.EventData, random);
        return new SampleEvent(oldId, newId, timestamp, eventName, hit.PageUrl, hit.Referrer, hit.UserAgent, data, day);
    }
}
