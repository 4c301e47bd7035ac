using System.Text.Json;
using System.Text.Json.Serialization;
using SparkAnalytics.Pipeline.Reports;

namespace SparkAnalytics.Pipeline.Status;

/// <summary>The status of a lakehouse as JSON: names in snake_case, instants in ISO 8601.</summary>
public static class LakehouseStatusJson
{
    private static readonly StatusContext s_context = new(RunReportJson.NewOptions());

    /// <summary>Writes a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>Indented JSON.</returns>
    public static string Write(LakehouseStatus status) => JsonSerializer.Serialize(status, s_context.LakehouseStatus);
}

/// <summary>How a status becomes JSON, made by the compiler: without reflection.</summary>
[JsonSerializable(typeof(LakehouseStatus))]
internal sealed partial class StatusContext : JsonSerializerContext;
