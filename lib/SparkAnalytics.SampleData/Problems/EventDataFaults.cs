namespace SparkAnalytics.SampleData.Problems;

/// <summary>What goes wrong with the event's data: text that is not exactly one JSON object, and one that is but with line breaks.</summary>
internal static class EventDataFaults
{
    public static string Apply(string json, SampleRandom random) => random.Below(1_000) switch
    {
        0 => Half(json),
        1 => json[..^1] + ",}",
        2 => json.Replace('"', '\''),
        3 => json + " undefined",
        4 => json[..^1] + ",\"note\":1,\"note\":2}",
        5 => json[..^1] + ",\"note\":\"\\ud83d\"}",
        6 => json[..^1] + ",\"note\":NaN}",
        7 => "[" + json + "]",
        8 => "[object Object]",
        9 => " ",
        10 or 11 => "{\n  " + json[1..^1] + "\n}",
        _ => json,
    };

    private static string Half(string json)
    {
        var middle = json.Length / 2;
        return json[..(char.IsLowSurrogate(json[middle]) ? middle - 1 : middle)];
    }
}
