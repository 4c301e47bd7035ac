using System.Text.Json;
using System.Text.Json.Serialization;
using SparkAnalytics.Pipeline;
using SparkAnalytics.Pipeline.Reports;

namespace SparkAnalytics.Jobs.Output;

/// <summary>The run report as JSON with snake_case names.</summary>
internal static class ReportFile
{
    private static readonly JsonSerializerOptions _form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    /// <summary>Fails before a run whose report could not be written afterwards.</summary>
    public static void Check(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (Directory.Exists(path) || !Directory.Exists(folder))
        {
            throw new PipelineException(ExitCode.BadUsage, Directory.Exists(path) ? $"--json {path}: this is a folder; name a file" : $"--json {path}: there is no folder '{folder}'");
        }
    }

    public static void Write(RunReport report, string path) => File.WriteAllText(path, JsonSerializer.Serialize(report, _form) + "\n");
}
