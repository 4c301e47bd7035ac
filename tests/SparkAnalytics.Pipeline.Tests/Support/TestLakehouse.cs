using System.IO.Compression;
using System.Text;
using SparkAnalytics.Pipeline.Lakehouses;
using SparkAnalytics.Pipeline.Reports;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Pipeline.Settings;
using SparkAnalytics.Pipeline.State;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Embedded;

namespace SparkAnalytics.Pipeline.Tests.Support;

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

    /// <summary>The folder around the lakehouse, for inputs.</summary>
    public string Folder => _folder.FullName;

    public string Path => In("lakehouse");

    public void Dispose()
    {
        Spark.Stop();
        _folder.Delete(recursive: true);
    }

    /// <summary>A path in the folder around the lakehouse.</summary>
    public string In(string name) => System.IO.Path.Combine(_folder.FullName, name);

    /// <summary>Writes an input file; packed where its name ends in <c>.gz</c>.</summary>
    /// <returns>Its path.</returns>
    public string File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    /// <summary>Writes an input file of any bytes; packed where its name ends in <c>.gz</c>.</summary>
    /// <returns>Its path.</returns>
    public string File(string name, byte[] content)
    {
        var path = In(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        using var file = System.IO.File.Create(path);
        using var target = name.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionLevel.Fastest) : (Stream)file;
        target.Write(content);
        return path;
    }

    /// <summary>The same lakehouse by another clock or other settings.</summary>
    public Lakehouse Reopen(TimeProvider? time = null, params string[] settings) =>
        new(Spark, Path, settings.Length == 0 ? Settings : SettingsLoader.Load(null, settings), time ?? TimeProvider.System);

    public RunReport Rebuild(string input, DateTimeOffset? now = null) => Rebuild(new RebuildRequest([input]) { Now = now ?? Noon });

    public RunReport Rebuild(RebuildRequest request) => Lakehouse.Rebuild(request, null, CancellationToken.None);

    public List<Row> Query(string sql) => [.. Lakehouse.Query(sql, RunSelector.Latest).Collect()];

    /// <summary>The first column of a query's rows as text.</summary>
    public List<string?> Texts(string sql) => [.. Query(sql).Select(row => row.GetAs<string?>(0))];
}
