using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql.Delta;

/// <summary>What a merge does with rows of the table that match.</summary>
public sealed class DeltaMergeMatchedActionBuilder
{
    private readonly DeltaMergeBuilder _merge;
    private readonly Expression? _condition;

    internal DeltaMergeMatchedActionBuilder(DeltaMergeBuilder merge, Expression? condition)
    {
        _merge = merge;
        _condition = condition;
    }

    /// <summary>Changes some columns.</summary>
    /// <param name="set">New values by column, over both sides.</param>
    /// <returns>The merge.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous, or a type does not fit.</exception>
    public DeltaMergeBuilder Update(Dictionary<string, Column> set) => _merge.With(
        MergeWhen.Matched, _condition, MergeAction.Update, Assignments.Complete(_merge.Target.Output, Assignments.Of(_merge.Target.Output, set, _merge.Both), column => column));

    /// <summary>Takes all columns from the source, by name.</summary>
    /// <returns>The merge.</returns>
    /// <exception cref="AnalysisException">The source lacks a column, or a type does not fit.</exception>
    public DeltaMergeBuilder UpdateAll() => _merge.With(
        MergeWhen.Matched, _condition, MergeAction.Update, Assignments.ByName(_merge.Target.Output, _merge.Source.Output));

    /// <summary>Deletes the rows.</summary>
    /// <returns>The merge.</returns>
    public DeltaMergeBuilder Delete() => _merge.With(MergeWhen.Matched, _condition, MergeAction.Delete, []);
}
