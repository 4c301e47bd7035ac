using System.Globalization;
using SparkAnalytics.Pipeline.Increments;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;

namespace SparkAnalytics.Pipeline.Tests.Support;

/// <summary>A lakehouse that is loaded file by file, with its rows as short text.</summary>
internal sealed class IncrementalLakehouse : IDisposable
{
    public const string AdClick = """{"utm_source":"google","utm_medium":"cpc"}""";

    public const string Newsletter = """{"utm_source":"mail","utm_medium":"email"}""";

    private int _file;

    public IncrementalLakehouse(params string[] settings) => Test = new TestLakehouse(null, settings);

    public TestLakehouse Test { get; }

    /// <summary>The folder of all events so far.</summary>
    public string Input => Test.In("events");

    public void Dispose() => Test.Dispose();

    /// <summary>A raw event of a user: its instant, name and event_data.</summary>
    public static string Event(string? user, string instant, string name = "page_view", string data = "") =>
        $"{user},{instant},{name},\"{data.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n";

    /// <summary>A purchase.</summary>
    public static string Purchase(string? user, string instant, string order, int revenue) =>
        Event(user, instant, "purchase", $$"""{"transaction_id":"{{order}}","revenue":{{revenue}}}""");

    /// <summary>Writes a file of events beside the earlier ones and runs.</summary>
    public RunReport Load(params string[] events)
    {
        Write(events);
        return Run() ?? throw new InvalidOperationException("Nothing was new.");
    }

    /// <summary>Writes a file of events beside the earlier ones.</summary>
    public string Write(params string[] events) =>
        Test.File($"events/{_file++.ToString("D3", CultureInfo.InvariantCulture)}.csv", "client_id,timestamp,event_name,event_data\n" + string.Concat(events));

    /// <summary>Runs on all files so far.</summary>
    public RunReport? Run(DateTimeOffset? now = null) =>
        Test.Lakehouse.Run(new RunRequest([Input]) { Now = now ?? new DateTimeOffset(2025, 4, 1, 0, 0, 0, TimeSpan.Zero) }, null, CancellationToken.None);

    /// <summary>Rows as text, columns with a blank between them, instants as day and time.</summary>
    public string[] Rows(string table, params string[] columns)
    {
        var texts = columns.Select(column => column.EndsWith("_ts", StringComparison.Ordinal) ? $"strftime({column} at time zone 'UTC', '%d %H:%M')" : $"coalesce({column}::varchar, '-')");
        return [.. Test.Texts($"select concat_ws(' ', {string.Join(", ", texts)}) from {table} order by all").Select(text => text!)];
    }

    /// <summary>How many rows a run inserted, updated and deleted in a table.</summary>
    public static (long Inserted, long Updated, long Deleted) Changes(RunReport report, string table)
    {
        var written = report.Tables.Single(one => one.Name == table);
        return (written.Inserted!.Value, written.Updated!.Value, written.Deleted!.Value);
    }
}
