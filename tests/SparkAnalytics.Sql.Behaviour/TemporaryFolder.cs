namespace SparkAnalytics.Sql.Behaviour;

/// <summary>A folder of this machine that is deleted after the test.</summary>
public sealed class TemporaryFolder : EngineFolder
{
    public override string Path { get; } = Directory.CreateTempSubdirectory("engine-tests-").FullName;

    public override string Write(string name, byte[] bytes)
    {
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public override void Dispose() => Directory.Delete(Path, recursive: true);
}
