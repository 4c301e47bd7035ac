using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SparkAnalytics.Pipeline.Reports;

/// <summary>The run report as JSON: names in snake_case, instants in ISO 8601.</summary>
public static class RunReportJson
{
    private static readonly ReportContext s_context = new(NewOptions());

    /// <summary>Writes a report.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Indented JSON.</returns>
    public static string Write(RunReport report) => JsonSerializer.Serialize(report, s_context.RunReport);

    /// <summary>Reads a report back.</summary>
    /// <param name="text">What <see cref="Write(RunReport)"/> gave, in this release or another.</param>
    /// <returns>The report, or null where a release wrote it whose reports are others.</returns>
    public static RunReport? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, s_context.RunReport);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the report of a run that had nothing to do.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Indented JSON.</returns>
    public static string Write(NothingNewReport report) => JsonSerializer.Serialize(report, s_context.NothingNewReport);

    /// <summary>Writes the report of a failure.</summary>
    /// <param name="report">The report.</param>
    /// <returns>Indented JSON.</returns>
    public static string Write(FailureReport report) => JsonSerializer.Serialize(report, s_context.FailureReport);

    /// <summary>How this program writes JSON for machines.</summary>
    internal static JsonSerializerOptions NewOptions() => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
    };
}

/// <summary>How a report becomes JSON, made by the compiler: without reflection.</summary>
[JsonSerializable(typeof(RunReport))]
[JsonSerializable(typeof(FailureReport))]
[JsonSerializable(typeof(NothingNewReport))]
internal sealed partial class ReportContext : JsonSerializerContext;
