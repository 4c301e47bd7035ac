using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Delta;

/// <summary>What a merge does with rows of the table that match none of the source.</summary>
public sealed class DeltaMergeNotMatchedBySourceActionBuilder
{
    private readonly DeltaMergeBuilder _merge;
    private readonly Expression? _condition;

    internal DeltaMergeNotMatchedBySourceActionBuilder(DeltaMergeBuilder merge, Expression? condition)
    {
        _merge = merge;
        _condition = condition;
    }

    /// <summary>Changes some columns.</summary>
    /// <param name="set">New values by column, over the table.</param>
    /// <returns>The merge.</returns>
    /// <exception cref="AnalysisException">A name is unknown, or a type does not fit.</exception>
    public DeltaMergeBuilder Update(Dictionary<string, Column> set) => _merge.With(
        MergeWhen.NotMatchedBySource,
        _condition,
        MergeAction.Update,
        Assignments.Complete(_merge.Target.Output, Assignments.Of(_merge.Target.Output, set, new ExpressionResolver(_merge.Target.Output)), column => column));

    /// <summary>Deletes the rows.</summary>
    /// <returns>The merge.</returns>
    public DeltaMergeBuilder Delete() => _merge.With(MergeWhen.NotMatchedBySource, _condition, MergeAction.Delete, []);
}
