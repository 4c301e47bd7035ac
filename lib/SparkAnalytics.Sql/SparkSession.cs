using System.Collections.Concurrent;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Engines;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql;

/// <summary>Where DataFrames come from: one engine, its settings and its views.</summary>
public sealed partial class SparkSession : IDisposable
{
    private readonly ConcurrentDictionary<string, Relation> _views = new(StringComparer.OrdinalIgnoreCase);
    private readonly RuntimeConfig _conf;
    private bool _isStopped;

    internal SparkSession(IEngine engine, RuntimeConfig conf)
    {
        Engine = engine;
        _conf = conf;
    }

    /// <summary>What runs the plans.</summary>
    public IEngine Engine { get; }

    /// <summary>The session's views.</summary>
    public Catalog.Catalog Catalog => new(this);

    /// <summary>Starts the making of a session.</summary>
    /// <returns>The builder.</returns>
    public static Builder Builder() => new();

    /// <summary>A session on an engine, which it disposes; also the active one from now on. Not in Microsoft.Spark.</summary>
    /// <param name="engine">The engine.</param>
    /// <returns>The session.</returns>
    public static SparkSession Create(IEngine engine)
    {
        var session = new SparkSession(engine, new RuntimeConfig([]));
        SetActiveSession(session);
        return session;
    }

    /// <summary>The session's settings.</summary>
    /// <returns>The settings.</returns>
    public RuntimeConfig Conf() => _conf;

    /// <summary>The engine's name and version.</summary>
    /// <returns>The text.</returns>
    public string Version() => Engine.Version;

    /// <summary>A reader of files and tables.</summary>
    /// <returns>The reader.</returns>
    public DataFrameReader Read() => new(this);

    /// <summary>The rows of a view.</summary>
    /// <param name="tableName">The view's name.</param>
    /// <returns>The rows, with the name as alias.</returns>
    /// <exception cref="AnalysisException">There is no such view.</exception>
    public DataFrame Table(string tableName) => _views.TryGetValue(tableName, out var plan)
        ? new DataFrame(this, new SubqueryAlias(plan, tableName))
        : throw new AnalysisException($"There is no view '{tableName}'; there are: {NearestNames.List(tableName, _views.Keys)}.");

    /// <summary>The rows of a query in the engine's own dialect; the session's views are its tables.</summary>
    /// <param name="sqlText">The query.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">The engine does not understand the query.</exception>
    public DataFrame Sql(string sqlText) => new(this, new SqlQuery(sqlText, Attributes(Engine.Schema(new SqlQuery(sqlText, [])))));

    /// <summary>Runs a command on the engine. Not in Microsoft.Spark.</summary>
    /// <param name="command">The command.</param>
    /// <returns>What it did.</returns>
    public CommandResult Execute(Command command) => Engine.Execute(command);

    /// <summary>Ends the session and its engine; a second call does nothing.</summary>
    public void Stop()
    {
        if (_isStopped)
        {
            return;
        }

        _isStopped = true;
        Forget(this);
        Engine.Dispose();
    }

    /// <summary>As <see cref="Stop"/>.</summary>
    public void Dispose() => Stop();

    internal static System.Collections.Immutable.ImmutableArray<AttributeReference> Attributes(StructType schema) =>
        [.. schema.Fields.Select(member => AttributeReference.Create(member.Name, member.DataType, member.IsNullable))];

    internal IReadOnlyCollection<string> ViewNames => [.. _views.Keys.Order(StringComparer.OrdinalIgnoreCase)];

    internal void CreateView(string name, Relation plan, bool replace)
    {
        if (!replace && _views.ContainsKey(name))
        {
            throw new AnalysisException($"There is a view '{name}' already; use CreateOrReplaceTempView.");
        }

        Engine.Execute(new CreateViewCommand(name, plan, replace));
        _views[name] = plan;
    }

    internal bool DropView(string name) => _views.TryRemove(name, out _);
}
