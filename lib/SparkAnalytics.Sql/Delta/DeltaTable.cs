using System.Collections.Immutable;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Delta;

/// <summary>A Delta table by its folder: its rows, and commands that change them, each in one commit.</summary>
public sealed partial class DeltaTable
{
    private readonly SparkSession _session;
    private readonly string _path;
    private readonly ImmutableDictionary<string, string> _options;

    private DeltaTable(SparkSession session, string path, Relation plan, ImmutableDictionary<string, string> options)
    {
        _session = session;
        _path = path;
        Plan = plan;
        _options = options;
    }

    internal Relation Plan { get; }

    /// <summary>A table of the active session.</summary>
    /// <param name="path">The folder.</param>
    /// <returns>The table.</returns>
    /// <exception cref="QueryExecutionException">There is no Delta table in the folder.</exception>
    public static DeltaTable ForPath(string path) => ForPath(SparkSession.Active(), path);

    /// <summary>A table of a session.</summary>
    /// <param name="sparkSession">The session.</param>
    /// <param name="path">The folder.</param>
    /// <returns>The table.</returns>
    /// <exception cref="QueryExecutionException">There is no Delta table in the folder.</exception>
    public static DeltaTable ForPath(SparkSession sparkSession, string path) =>
        new(sparkSession, path, sparkSession.Read().Format("delta").Load(path).Plan, ImmutableDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether a folder holds a Delta table.</summary>
    /// <param name="sparkSession">The session.</param>
    /// <param name="identifier">The folder.</param>
    /// <returns>True where it does.</returns>
    public static bool IsDeltaTable(SparkSession sparkSession, string identifier)
    {
        try
        {
            ForPath(sparkSession, identifier);
            return true;
        }
        catch (QueryExecutionException error) when (error.Kind == QueryErrorKind.NotFound)
        {
            return false;
        }
    }

    /// <summary>Whether a folder holds a Delta table, in the active session.</summary>
    /// <param name="identifier">The folder.</param>
    /// <returns>True where it does.</returns>
    public static bool IsDeltaTable(string identifier) => IsDeltaTable(SparkSession.Active(), identifier);

    /// <summary>Gives the table an alias for conditions such as <c>alias.column</c>.</summary>
    /// <param name="alias">The alias.</param>
    /// <returns>The table under the alias.</returns>
    public DeltaTable Alias(string alias) => new(_session, _path, new SubqueryAlias(Plan, alias), _options);

    /// <inheritdoc cref="Alias"/>
    public DeltaTable As(string alias) => Alias(alias);

    /// <summary>A writer option for the commands that follow. Not in Microsoft.Spark.</summary>
    /// <param name="key">E.g. <c>txnAppId</c> or <c>txnVersion</c>.</param>
    /// <param name="value">Its value.</param>
    /// <returns>The table with the option.</returns>
    public DeltaTable Option(string key, string value) => new(_session, _path, Plan, _options.SetItem(key, value));

    /// <summary>The table's rows.</summary>
    /// <returns>The rows.</returns>
    public DataFrame ToDF() => new(_session, Plan);

    /// <summary>Deletes all rows.</summary>
    /// <returns>What was done, with the version made.</returns>
    public CommandResult Delete() => _session.Execute(new DeleteCommand(_path, Plan, null, _options));

    /// <summary>Deletes the rows for which a condition is true.</summary>
    /// <param name="condition">A boolean over the table's columns.</param>
    /// <returns>What was done, with the version made.</returns>
    /// <exception cref="AnalysisException">A name is unknown, or the condition is no boolean.</exception>
    public CommandResult Delete(Column condition) => _session.Execute(new DeleteCommand(_path, Plan, Condition(condition), _options));

    /// <summary>Changes all rows.</summary>
    /// <param name="set">New values by column.</param>
    /// <returns>What was done, with the version made.</returns>
    /// <exception cref="AnalysisException">A name is unknown, or a type does not fit.</exception>
    public CommandResult Update(Dictionary<string, Column> set) => _session.Execute(new UpdateCommand(_path, Plan, null, Assigned(set), _options));

    /// <summary>Changes the rows for which a condition is true.</summary>
    /// <param name="condition">A boolean over the table's columns.</param>
    /// <param name="set">New values by column.</param>
    /// <returns>What was done, with the version made.</returns>
    /// <exception cref="AnalysisException">A name is unknown, or a type does not fit.</exception>
    public CommandResult Update(Column condition, Dictionary<string, Column> set) => _session.Execute(new UpdateCommand(_path, Plan, Condition(condition), Assigned(set), _options));

    /// <summary>Starts a merge of rows into the table.</summary>
    /// <param name="source">The rows, which match each row of the table at most once.</param>
    /// <param name="condition">When a row of the table and one of the source match; give both aliases.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DeltaMergeBuilder Merge(DataFrame source, Column condition) => new(_session, _path, Plan, source.Plan, condition, _options);

    private Expression Condition(Column condition) => new ExpressionResolver(Plan.Output).ResolveCondition(condition.Expression, "The condition");

    private ImmutableArray<KeyValuePair<string, Expression>> Assigned(Dictionary<string, Column> set) => Assignments.Of(Plan.Output, set, new ExpressionResolver(Plan.Output));
}
