using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Sources;
using SparkAnalytics.Sql.Embedded.Sources.Delta;
using SparkAnalytics.Sql.Embedded.Syntax;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded.Statements;

/// <summary>One query or command while it runs: its session and temporary tables, the engine's parts, and compilers for its plans.</summary>
/// <param name="engine">The engine.</param>
/// <param name="isExplain">Whether its SQL is only shown, so that nothing may be computed for it.</param>
internal sealed class Statement(EngineParts engine, bool isExplain = false) : IDisposable
{
    /// <summary>The moment that the whole statement takes as now.</summary>
    private Timestamp _now = new(engine.Options.TimeProvider.GetUtcNow().UtcDateTime);

    /// <summary>The session, and the tables and files that go when the statement ends.</summary>
    public Workspace Workspace { get; } = new(engine.Database.Open(), engine.Database.TempFolder);

    public DuckSession Session => Workspace.Session;

    public EmbeddedEngineOptions Options => engine.Options;

    public DeltaTables Tables => engine.Tables;

    public SourceCatalog Sources => engine.Sources;

    public CachedRows Cached => engine.Cached;

    public bool IsExplain => isExplain;

    /// <summary>A quoted name for a table that is dropped at the end.</summary>
    public string Table(string purpose) => Workspace.Table(purpose);

    /// <summary>A compiler with names of its own.</summary>
    public PlanCompiler NewCompiler()
    {
        var names = new NameScope();
        return new PlanCompiler(names, new ExpressionCompiler(names, _now), new LeafCompiler(this), Options.Applies);
    }

    /// <summary>A part of this one, for a thread beside this one's; dispose it.</summary>
    public Statement Beside() => new(engine) { _now = _now };

    public void Dispose() => Workspace.Dispose();
}
