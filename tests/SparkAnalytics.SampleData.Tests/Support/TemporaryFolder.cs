namespace SparkAnalytics.SampleData.Tests.Support;

/// <summary>A folder of its own, removed with all that is in it.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sample-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
