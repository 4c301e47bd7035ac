namespace SparkAnalytics.Sql.Behaviour;

/// <summary>What each family of behaviour stands on: an engine, and a folder for each test. A test that is a gap of the engine is skipped with the reason.</summary>
public abstract class EngineBehaviour : IDisposable
{
    private EngineFolder? _folder;

    protected EngineBehaviour(EngineFixture engine)
    {
        Engine = engine;
        if (TestContext.Current.TestMethod is { } test && engine.Gaps.TryGetValue(Families.TestName(GetType(), test.MethodName), out var reason))
        {
            Assert.Skip(reason);
        }
    }

    protected EngineFixture Engine { get; }

    protected SparkSession Spark => Engine.Spark;

    /// <summary>Made when first asked for.</summary>
    protected EngineFolder Folder => _folder ??= Engine.NewFolder();

    public void Dispose()
    {
        _folder?.Dispose();
        GC.SuppressFinalize(this);
    }
}
