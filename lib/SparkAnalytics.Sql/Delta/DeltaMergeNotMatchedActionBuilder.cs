using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Delta;

/// <summary>What a merge does with rows of the source that match none of the table.</summary>
public sealed class DeltaMergeNotMatchedActionBuilder
{
    private readonly DeltaMergeBuilder _merge;
    private readonly Expression? _condition;

    internal DeltaMergeNotMatchedActionBuilder(DeltaMergeBuilder merge, Expression? condition)
    {
        _merge = merge;
        _condition = condition;
    }

    /// <summary>Inserts rows of given values, NULL in the other columns.</summary>
    /// <param name="values">Values by column, over the source.</param>
    /// <returns>The merge.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous, or a type does not fit.</exception>
    public DeltaMergeBuilder Insert(Dictionary<string, Column> values) => _merge.With(
        MergeWhen.NotMatched,
        _condition,
        MergeAction.Insert,
        Assignments.Complete(
            _merge.Target.Output,
            Assignments.Of(_merge.Target.Output, values, new ExpressionResolver(_merge.Source.Output)),
            column => new Literal(null, column.DataType)));

    /// <summary>Inserts the rows, columns matched by name.</summary>
    /// <returns>The merge.</returns>
    /// <exception cref="AnalysisException">The source lacks a column, or a type does not fit.</exception>
    public DeltaMergeBuilder InsertAll() => _merge.With(
        MergeWhen.NotMatched, _condition, MergeAction.Insert, Assignments.ByName(_merge.Target.Output, _merge.Source.Output));
}
