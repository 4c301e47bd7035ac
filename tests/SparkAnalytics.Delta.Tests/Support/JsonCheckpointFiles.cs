namespace SparkAnalytics.Delta.Tests;

/// <summary>Checkpoints as lines of JSON under the names of Parquet files, for tests that are not about Parquet.</summary>
internal sealed class JsonCheckpointFiles : ICheckpointFiles
{
    public IEnumerable<string> Read(string path) => File.ReadLines(path);

    public void Write(string path, IReadOnlyList<string> actions) => File.WriteAllLines(path, actions);
}
