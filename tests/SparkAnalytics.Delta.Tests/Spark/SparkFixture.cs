using System.Text.Json;
using SparkAnalytics.SparkServer;

namespace SparkAnalytics.Delta.Tests;

/// <summary>One run of Spark for all tests of a class: it reads our tables first and writes its own then.</summary>
public sealed class SparkFixture : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("delta-spark-").FullName;
    private readonly Dictionary<string, string?[][]> found = [];

    public SparkFixture()
    {
        Ours = new OurTables(folder + "/ours");
        if (LocalSparkServer.Home is null)
        {
            return;
        }

        Ours.Write();
        SparkScript.Run(Path.Combine(AppContext.BaseDirectory, "Spark", "interoperability.py"), folder);
        foreach (var file in new[] { "ours.json", "theirs.json" })
        {
            foreach (var (name, rows) in JsonSerializer.Deserialize<Dictionary<string, string?[][]>>(File.ReadAllText($"{folder}/{file}"))!)
            {
                found.Add(file[..^".json".Length] + "/" + name, rows);
            }
        }
    }

    internal OurTables Ours { get; }

    /// <summary>What Spark saw: the rows of <c>ours/NAME</c> or <c>theirs/NAME</c>, each as one JSON text, in order of the text.</summary>
    internal List<string> SeenBySpark(string name)
    {
        Assert.SkipWhen(LocalSparkServer.Home is null, LocalSparkServer.SkipReason);
        return Lines(found[name]);
    }

    internal DeltaLog Theirs(string name) =>
        DeltaLog.ForTable(new LocalFileStore(), new CheckpointFiles(), TimeProvider.System, $"{folder}/theirs/{name}");

    internal static List<string> Lines(IEnumerable<string?[]> rows) => [.. rows.Select(row => JsonSerializer.Serialize(row)).Order(StringComparer.Ordinal)];

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
