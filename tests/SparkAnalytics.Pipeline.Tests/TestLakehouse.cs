using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests;

/// <summary>A lakehouse in a temporary folder on a real engine; both go at the end.</summary>
internal sealed class TestLakehouse : IDisposable
{
    public static readonly DateTimeOffset Noon = new(2025, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("spark-analytics-test-");

    public TestLakehouse(EmbeddedEngineOptions? options = null, params string[] settings)
    {
        Spark = SparkSession.Create(new EmbeddedEngine(options ?? new EmbeddedEngineOptions()));
        Settings = SettingsLoader.Load(null, settings);
        Lakehouse = new Lakehouse(Spark, Path, Settings, TimeProvider.System);
    }

    public SparkSession Spark { get; }

    public EffectiveSettings Settings { get; }

    public Lakehouse Lakehouse { get; }

    public string Path => System.IO.Path.Combine(_folder.FullName, "lakehouse");

    public void Dispose()
    {
        Spark.Stop();
        _folder.Delete(recursive: true);
    }

    /// <summary>Writes an input file.</summary>
    /// <returns>Its path.</returns>
    public string File(string name, string content)
    {
        var path = System.IO.Path.Combine(_folder.FullName, name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
        return path;
    }

    public RunReport Rebuild(string input, DateTimeOffset? now = null) => Rebuild(new RebuildRequest([input]) { Now = now ?? Noon });

    public RunReport Rebuild(RebuildRequest request) => Lakehouse.Rebuild(request, null, CancellationToken.None);

    public List<Row> Query(string sql) => [.. Lakehouse.Query(sql, RunSelector.Latest).Collect()];
}
