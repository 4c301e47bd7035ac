namespace SparkAnalytics.SampleData.Visits;

/// <summary>Spreads the rows over the days: quiet nights, busy evenings, busier weekends. Whole numbers only, so that it is the same everywhere.</summary>
internal sealed class TrafficCurve
{
    private const long Hour = 3_600_000_000;

    private static readonly int[] _hours = [14, 9, 6, 5, 5, 8, 16, 27, 36, 42, 46, 48, 50, 49, 47, 47, 50, 56, 64, 74, 82, 78, 56, 30];
    private static readonly int[] _weekdays = [12, 10, 10, 10, 10, 9, 11];

    private readonly long _start;
    private readonly long _events;
    private readonly int[] _weights;
    private readonly long _total;
    private int _hour;
    private long _before;

    public TrafficCurve(SampleOptions options)
    {
        _start = Instants.StartOf(options.FirstDay);
        _events = options.Events;
        _weights = [.. from day in Enumerable.Range(0, options.Days)
                       from hour in _hours
                       select hour * _weekdays[(int)options.FirstDay.AddDays(day).DayOfWeek]];
        _total = _weights.Sum(weight => (long)weight);
        End = Instants.StartOf(options.FirstDay.AddDays(options.Days));
    }

    /// <summary>The first instant after the last day.</summary>
    public long End { get; }

    /// <summary>When the row of this number (from 0, never smaller than the one before) is due, to the millisecond.</summary>
    public long TimeOf(long row)
    {
        var position = (Int128)row * _total;
        while (position >= (Int128)(_before + _weights[_hour]) * _events)
        {
            _before += _weights[_hour++];
        }

        var within = (long)((position - ((Int128)_before * _events)) * Hour / ((Int128)_weights[_hour] * _events));
        return _start + (_hour * Hour) + (within / 1000 * 1000);
    }
}
