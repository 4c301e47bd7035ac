using SparkAnalytics.Sql.Behaviour;

namespace SparkAnalytics.Sql.Embedded.Tests.Support;

/// <summary>Two engines over one folder, one of which rewrites plans for speed.</summary>
public abstract class RewriteComparison : IDisposable
{
    private protected TemporaryFolder Folder { get; } = new();

    private protected EmbeddedEngine Plain { get; } = new(new EmbeddedEngineOptions { UseRewrites = false });

    private protected EmbeddedEngine Rewriting { get; } = new(new EmbeddedEngineOptions { Threads = 2 });

    public void Dispose()
    {
        Plain.Dispose();
        Rewriting.Dispose();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }
}
