using System.Collections.Immutable;
using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Delta;

/// <summary>A merge into a table: clauses in order, of which the first that applies to a row is carried out. Immutable.</summary>
public sealed class DeltaMergeBuilder
{
    private readonly SparkSession _session;
    private readonly string _path;
    private readonly Expression _condition;
    private readonly ImmutableArray<MergeClause> _clauses;
    private readonly ImmutableDictionary<string, string> _options;

    internal DeltaMergeBuilder(SparkSession session, string path, Relation target, Relation source, Column condition, ImmutableDictionary<string, string> options)
    {
        _session = session;
        _path = path;
        Target = target;
        Source = Joining.Apart(target, source);
        Both = new ExpressionResolver([.. Target.Output, .. Source.Output]);
        _condition = Both.ResolveCondition(condition.Expression, "A merge");
        _clauses = [];
        _options = options;
    }

    private DeltaMergeBuilder(DeltaMergeBuilder other, MergeClause clause)
    {
        (_session, _path, _condition, _options) = (other._session, other._path, other._condition, other._options);
        (Target, Source, Both) = (other.Target, other.Source, other.Both);
        _clauses = other._clauses.Add(clause);
    }

    internal Relation Target { get; }

    internal Relation Source { get; }

    internal ExpressionResolver Both { get; }

    /// <summary>For rows of the table that match a row of the source.</summary>
    /// <returns>What to do with them.</returns>
    public DeltaMergeMatchedActionBuilder WhenMatched() => new(this, null);

    /// <summary>For rows of the table that match a row of the source, and a further condition.</summary>
    /// <param name="condition">A boolean over both.</param>
    /// <returns>What to do with them.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DeltaMergeMatchedActionBuilder WhenMatched(Column condition) => new(this, Both.ResolveCondition(condition.Expression, "WhenMatched"));

    /// <summary>For rows of the source that match no row of the table.</summary>
    /// <returns>What to do with them.</returns>
    public DeltaMergeNotMatchedActionBuilder WhenNotMatched() => new(this, null);

    /// <summary>For rows of the source that match no row of the table, and a further condition.</summary>
    /// <param name="condition">A boolean over the source.</param>
    /// <returns>What to do with them.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DeltaMergeNotMatchedActionBuilder WhenNotMatched(Column condition) =>
        new(this, new ExpressionResolver(Source.Output).ResolveCondition(condition.Expression, "WhenNotMatched"));

    /// <summary>For rows of the table that match no row of the source. Not in Microsoft.Spark.</summary>
    /// <returns>What to do with them.</returns>
    public DeltaMergeNotMatchedBySourceActionBuilder WhenNotMatchedBySource() => new(this, null);

    /// <summary>For rows of the table that match no row of the source, and a further condition. Not in Microsoft.Spark.</summary>
    /// <param name="condition">A boolean over the table.</param>
    /// <returns>What to do with them.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous.</exception>
    public DeltaMergeNotMatchedBySourceActionBuilder WhenNotMatchedBySource(Column condition) =>
        new(this, new ExpressionResolver(Target.Output).ResolveCondition(condition.Expression, "WhenNotMatchedBySource"));

    /// <summary>Carries out the merge in one commit.</summary>
    /// <returns>What was done, with the version made.</returns>
    /// <exception cref="AnalysisException">There is no clause.</exception>
    /// <exception cref="QueryExecutionException">Two rows of the source match one of the table, the table changed meanwhile, or storage failed.</exception>
    public CommandResult Execute() => _clauses.IsEmpty
        ? throw new AnalysisException("A merge wants at least one of WhenMatched, WhenNotMatched and WhenNotMatchedBySource.")
        : _session.Execute(new MergeCommand(_path, Target, Source, _condition, _clauses, _options));

    internal DeltaMergeBuilder With(MergeWhen when, Expression? condition, MergeAction action, ImmutableArray<KeyValuePair<string, Expression>> assignments) =>
        new(this, new MergeClause(when, condition, action, assignments));
}
