using System.Text.Json;
using SparkAnalytics.Models;

namespace SparkAnalytics.EndToEnd.Tests.Support;

/// <summary>A small sample and the lakehouse built from it, shared by the tests of a class, which only read it.</summary>
public sealed class SampleLakehouse : IDisposable
{
    public const int Events = 3_000;

    private readonly TemporaryFolder _folder = new();

    public SampleLakehouse()
    {
        StartedProgram.Run("sample", "--events", $"{Events}", "--seed", "7", "--output", Sample).Succeeded();
        var result = StartedProgram.Run("rebuild", "--input", Sample, "--lakehouse", Path, "--json", ReportFile).Succeeded();
        Summary = result.Output;
        Progress = result.Errors;
        Report = JsonDocument.Parse(File.ReadAllText(ReportFile)).RootElement;
    }

    public string Path => _folder.Of("lakehouse");

    public string Sample => _folder.Of("sample");

    public string ReportFile => _folder.Of("report.json");

    /// <summary>The JSON report of its rebuild.</summary>
    public JsonElement Report { get; }

    /// <summary>What its rebuild printed to the output.</summary>
    public string Summary { get; }

    /// <summary>What its rebuild printed to the error output.</summary>
    public string Progress { get; }

    /// <summary>The result of a query as an array of objects.</summary>
    public static JsonElement Query(string lakehouse, string sql, params string[] more) =>
        JsonDocument.Parse(StartedProgram.Run(["query", sql, "--lakehouse", lakehouse, "--output-format", "json", .. more]).Succeeded().Output).RootElement;

    /// <summary>Rows of all tables, by name.</summary>
    public static Dictionary<string, long> Counts(string lakehouse, params string[] more)
    {
        var sql = string.Join(" UNION ALL ", Tables.Select(table => $"SELECT '{table}' AS name, count(*) AS n FROM {table}"));
        return Query(lakehouse, sql, more).EnumerateArray().ToDictionary(row => row.GetProperty("name").GetString()!, row => row.GetProperty("n").GetInt64());
    }

    /// <summary>The seven tables and the quarantine.</summary>
    public static string[] Tables { get; } = [.. ModelSteps.Tables.Select(table => table.Name)];

    public void Dispose() => _folder.Dispose();
}
