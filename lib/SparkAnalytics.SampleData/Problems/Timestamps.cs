using System.Globalization;

namespace SparkAnalytics.SampleData.Problems;

/// <summary>Instants as text in the formats of different trackers: one nearly always, others now and then, and unreadable ones.</summary>
internal static class Timestamps
{
    public static string Format(long instant, SampleRandom random)
    {
        var time = Instants.ToDateTime(instant);
        var usual = instant % 1000 == 0 ? "yyyy-MM-dd'T'HH:mm:ss.fff'Z'" : "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";
        return random.Below(10_000) switch
        {
            < 100 => Text(time, "yyyy-MM-dd HH:mm:ss.ffffff'+00:00'"),
            < 200 => Text(time.AddHours(1), "yyyy-MM-dd'T'HH:mm:ss.fff'+01:00'"),
            < 280 => Text(time.AddHours(-8), "yyyy-MM-dd'T'HH:mm:ss.ffffff'-0800'"),
            < 310 => Text(time.AddMinutes(330), "yyyy-MM-dd HH:mm:ss.f'+0530'"),
            < 360 => Text(time, "yyyy-MM-dd HH:mm:ss"),
            < 410 => Text(time, "yyyy-MM-dd'T'HH:mm:ss'Z'"),
            < 450 => Text(time, "yyyy-MM-dd'T'HH:mm:ss.ffffff'789Z'"),
            < 460 => Text(time, "' 'yyyy-MM-dd'T'HH:mm:ss.fff'Z '"),
            _ => Text(time, usual),
        };
    }

    public static string Broken(long instant, SampleRandom random)
    {
        var time = Instants.ToDateTime(instant);
        return random.Below(7) switch
        {
            0 => Text(time, "yyyy'-02-30T'HH:mm:ss.fff'Z'"),
            1 => Text(time, "dd.MM.yyyy HH:mm:ss"),
            2 => Text(time, "yyyy-MM-dd"),
            3 => (instant / Instants.Second).ToString(CultureInfo.InvariantCulture),
            4 => Text(time, "yyyy-MM-dd'T24:10:00Z'"),
            5 => Text(time, "yyyy-MM-dd'T'HH:mm:ss'+19:30'"),
            _ => "Invalid Date",
        };
    }

    private static string Text(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);
}
