using SparkAnalytics.Sql.Connect.Rows;
using SparkAnalytics.Sql.Connect.Statements;
using SparkAnalytics.Sql.Connect.Wire;
using SparkAnalytics.Sql.Connect.Writing;
using SparkAnalytics.Sql.Engines;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Connect;

/// <summary>Runs plans on an Apache Spark server (4.0 or newer, with Delta Lake) by Spark Connect: no JVM here, and every path is the server's.</summary>
public sealed class ConnectEngine : IEngine
{
    private readonly SparkConnection _connection;
    private readonly PlanCompiler _compiler;
    private readonly CommandLane _commands;
    private readonly Lazy<(SparkConnection Connection, CommandLane Commands)> _side;

    /// <summary>Makes an engine; the server is first spoken to when something is asked of it.</summary>
    /// <param name="options">Where the server is, and how patient to be with it.</param>
    public ConnectEngine(ConnectEngineOptions options)
    {
        _connection = new SparkConnection(options);
        _compiler = new PlanCompiler(_connection);
        _commands = new CommandLane(_connection, _compiler);
        _side = new(() =>
        {
            var connection = new SparkConnection(options with { Remote = options.Remote with { SessionId = null } });
            return (connection, new CommandLane(connection, new PlanCompiler(connection)));
        });
    }

    /// <inheritdoc/>
    public string Version => $"Spark {_connection.Version}";

    /// <inheritdoc/>
    public StructType Schema(Relation leaf)
    {
        var request = _connection.NewAnalysis();
        request.Schema = new() { Plan = new() { Root = LeafSchemas.Of(leaf, _connection) } };
        try
        {
            return WireTypes.FromStruct(_connection.Call((stub, options) => stub.AnalyzePlan(request, options)).Schema.Schema_);
        }
        catch (QueryExecutionException failure) when (leaf is SqlQuery && failure.Kind is QueryErrorKind.BadInput or QueryErrorKind.NotFound)
        {
            throw UserQuery.Error(failure, _connection.Options.OnlyViewsAdvice);
        }
    }

    /// <inheritdoc/>
    public IEnumerable<Row> Execute(Relation plan)
    {
        // Asked for within the enumeration: each one is a run of its own.
        foreach (var row in _compiler.Execute(plan))
        {
            yield return row;
        }
    }

    /// <summary>Carries out a command; while a long one runs, others, such as the renewal of a lock, go by a second session.</summary>
    /// <inheritdoc/>
    public CommandResult Execute(Command command) => command is CreateViewCommand or CacheCommand or UncacheCommand
        ? _commands.Run(command)
        : _commands.TryRun(command) ?? _side.Value.Commands.Run(command);

    /// <inheritdoc/>
    public string Explain(Relation plan)
    {
        _connection.Settings.Set(SessionSettings.LongPlans);
        var request = _connection.NewAnalysis();
        request.Explain = new()
        {
            Plan = new() { Root = _compiler.Compile(plan) },
            ExplainMode = Protocol.AnalyzePlanRequest.Types.Explain.Types.ExplainMode.Formatted,
        };
        try
        {
            return _connection.Call((stub, options) => stub.AnalyzePlan(request, options)).Explain.ExplainString;
        }
        finally
        {
            _connection.Settings.Set(SessionSettings.ShortPlans);
        }
    }

    /// <inheritdoc/>
    public void Interrupt()
    {
        _connection.Interrupt();
        if (_side.IsValueCreated)
        {
            _side.Value.Connection.Interrupt();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_side.IsValueCreated)
        {
            _side.Value.Connection.Dispose();
        }

        _connection.Dispose();
    }
}
