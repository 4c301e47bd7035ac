using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Sources.Delta;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>What lives as long as an engine and is shared by its statements.</summary>
internal sealed class EngineParts
{
    /// <param name="database">The database.</param>
    /// <param name="options">How the engine uses the machine.</param>
    public EngineParts(DuckDatabase database, EmbeddedEngineOptions options)
    {
        Database = database;
        Options = options;
        Tables = new DeltaTables(options.FileStore, options.TimeProvider);
        Sources = new SourceCatalog(Tables);
    }

    public DuckDatabase Database { get; }

    public EmbeddedEngineOptions Options { get; }

    /// <summary>The logs of Delta tables.</summary>
    public DeltaTables Tables { get; }

    /// <summary>The formats that can be read.</summary>
    public SourceCatalog Sources { get; }

    /// <summary>The rows kept until they are released.</summary>
    public CachedRows Cached { get; } = new();
}
