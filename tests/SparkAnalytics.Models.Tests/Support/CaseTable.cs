namespace SparkAnalytics.Models.Tests.Support;

/// <summary>Many cases judged by one query: what goes in and what must come out, all differences named at once.</summary>
public static class CaseTable
{
    /// <summary>Compares columns of stg_events.</summary>
    /// <param name="models">The engine.</param>
    /// <param name="columns">The columns to compare, separated by blanks; several are written as <c>a | b</c>, NULL as <c>NULL</c>.</param>
    /// <param name="cases">Events and what must come out; null for NULL.</param>
    /// <param name="settings">Settings, or null for the built-in ones.</param>
    /// <param name="channels">Channel and device rules, or null for the built-in ones where a column depends on them.</param>
    public static void AssertStaged(
        this ModelsFixture models,
        string columns,
        IReadOnlyList<(RawEvent Event, string? Expected)> cases,
        AnalyticsSettings? settings = null,
        ChannelSettings? channels = null)
    {
        var needsRules = columns.Contains("channel", StringComparison.Ordinal) || columns.Contains("device", StringComparison.Ordinal);
        var rows = models.StagedRows([.. cases.Select(item => item.Event)], settings, channels ?? (needsRules ? null : ModelsFixture.OneChannel));
        AssertSame(cases, rows, columns);
    }

    /// <summary>Compares columns that <see cref="RawEvents.Check"/> adds.</summary>
    public static void AssertChecked(
        this ModelsFixture models,
        string columns,
        IReadOnlyList<(RawEvent Event, string? Expected)> cases,
        AnalyticsSettings? settings = null)
    {
        var rows = models.CheckedRows([.. cases.Select(item => item.Event)], columns.Split(' '), settings);
        AssertSame(cases, rows, columns);
    }

    private static void AssertSame(IReadOnlyList<(RawEvent Event, string? Expected)> cases, IReadOnlyList<TableRow?> rows, string columns)
    {
        var names = columns.Split(' ');
        var differences = cases.Zip(rows)
            .Select(pair => (pair.First.Event, pair.First.Expected, Actual: Value(pair.Second, names)))
            .Where(item => item.Expected != item.Actual)
            .Select(item => $"expected {item.Expected ?? "NULL"}, got {item.Actual ?? "NULL"}: {item.Event}")
            .ToList();
        Assert.True(differences.Count == 0, string.Join('\n', differences));
    }

    private static string? Value(TableRow? row, string[] names) => row switch
    {
        null => "no row",
        _ when names.Length == 1 => row[names[0]],
        _ => row.Line(names),
    };
}
