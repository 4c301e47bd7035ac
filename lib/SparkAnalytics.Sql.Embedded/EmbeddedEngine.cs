using SparkAnalytics.Sql.Embedded.Execution;
using SparkAnalytics.Sql.Embedded.Sessions;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Engines;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Types;

namespace SparkAnalytics.Sql.Embedded;

/// <summary>Runs plans in this process on DuckDB, and commands on Delta tables by this project's own log code.</summary>
public sealed class EmbeddedEngine : IEngine
{
    private readonly DuckDatabase _database;
    private readonly PlanRunner _plans;

    /// <summary>Starts an engine.</summary>
    /// <param name="options">How it uses the machine, or null for the defaults.</param>
    public EmbeddedEngine(EmbeddedEngineOptions? options = null)
    {
        var chosen = options ?? new EmbeddedEngineOptions();
        _database = new DuckDatabase(chosen);
        _plans = new PlanRunner(new EngineParts(_database, chosen));
    }

    /// <inheritdoc/>
    public string Version => $"DuckDB {DuckDatabase.LibraryVersion}";

    /// <inheritdoc/>
    /// <exception cref="QueryExecutionException">The files do not exist or cannot be read, or the query is wrong.</exception>
    public StructType Schema(Relation leaf) => _plans.Schema(leaf);

    /// <inheritdoc/>
    /// <exception cref="QueryExecutionException">The plan failed; the kind says whose fault it is.</exception>
    /// <exception cref="OperationCanceledException"><see cref="Interrupt"/> was called.</exception>
    public IEnumerable<Row> Execute(Relation plan) => _plans.Rows(plan);

    /// <inheritdoc/>
    /// <exception cref="QueryExecutionException">The command failed; the kind says whose fault it is.</exception>
    /// <exception cref="OperationCanceledException"><see cref="Interrupt"/> was called.</exception>
    public CommandResult Execute(Command command) => _plans.Run(command);

    /// <inheritdoc/>
    public string Explain(Relation plan) => _plans.Explain(plan);

    /// <inheritdoc/>
    public void Interrupt() => _database.Interrupt();

    /// <summary>Ends what runs and deletes the engine's temporary files.</summary>
    public void Dispose() => _database.Dispose();
}
