using System.Text.Json;
using SparkAnalytics.EndToEnd.Tests.Spark;
using SparkAnalytics.SparkServer;

[assembly: AssemblyFixture(typeof(SharedSparkServer))]
[assembly: AssemblyFixture(typeof(SparkLakehouse))]

namespace SparkAnalytics.EndToEnd.Tests.Spark;

/// <summary>One sample, rebuilt once by Spark and once by the embedded engine, each when the first test asks for it. Tests only read these lakehouses; to write they take a copy.</summary>
public sealed class SparkLakehouse : IDisposable
{
    public const int Events = 2_000;

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<string> _sample;
    private readonly Lazy<Built> _bySpark;
    private readonly Lazy<Built> _byEmbedded;

    public SparkLakehouse()
    {
        _sample = new(MakeSample);
        _bySpark = new(() => Build("spark", SparkProgram.Run));
        _byEmbedded = new(() => Build("embedded", StartedProgram.Run));
    }

    /// <summary>The folder of the raw events.</summary>
    public string Sample => _sample.Value;

    /// <summary>The lakehouse that Spark wrote.</summary>
    internal Built BySpark
    {
        get
        {
            // A failed assumption would stay in the lazy value.
            _ = SparkProgram.Remote;
            return _bySpark.Value;
        }
    }

    /// <summary>The lakehouse that the embedded engine wrote.</summary>
    internal Built ByEmbedded => _byEmbedded.Value;

    public void Dispose() => _folder.Dispose();

    private string MakeSample()
    {
        var folder = _folder.Of("sample");
        StartedProgram.Run("sample", "--events", $"{Events}", "--seed", "7", "--output", folder).Succeeded();
        return folder;
    }

    private Built Build(string name, Func<string[], CommandResult> run)
    {
        var (lakehouse, report) = (_folder.Of(name), _folder.Of(name + ".json"));
        var result = run(["rebuild", "--input", Sample, "--lakehouse", lakehouse, "--json", report]).Succeeded();
        return new Built(lakehouse, result, JsonDocument.Parse(File.ReadAllText(report)).RootElement);
    }

    /// <summary>A lakehouse and what its rebuild said.</summary>
    internal sealed record Built(string Path, CommandResult Result, JsonElement Report)
    {
        /// <summary>Copies the lakehouse for a test that writes.</summary>
        public string CopyTo(string folder)
        {
            foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
            {
                var copy = System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(Path, file));
                Directory.CreateDirectory(System.IO.Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }

            return folder;
        }
    }
}
