using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>Joins.</content>
public sealed partial class DataFrame
{
    /// <summary>Every pair of rows.</summary>
    /// <param name="right">The other side.</param>
    /// <returns>The pairs.</returns>
    public DataFrame Join(DataFrame right) => With(Joining.On(Plan, right.Plan, null, JoinKind.Inner));

    /// <summary>Pairs with equal values in a column of both sides, which comes out once.</summary>
    /// <param name="right">The other side.</param>
    /// <param name="usingColumn">The column.</param>
    /// <returns>The pairs.</returns>
    /// <exception cref="AnalysisException">A side lacks the column.</exception>
    public DataFrame Join(DataFrame right, string usingColumn) => Join(right, [usingColumn]);

    /// <summary>Joins by equal values in columns of both sides, which come out once, before the others.</summary>
    /// <param name="right">The other side.</param>
    /// <param name="usingColumns">The columns.</param>
    /// <param name="joinType">inner, cross, outer, full, full_outer, left, left_outer, right, right_outer, semi, left_semi, anti or left_anti.</param>
    /// <returns>The joined rows.</returns>
    /// <exception cref="AnalysisException">A side lacks a column, or the join type is unknown.</exception>
    public DataFrame Join(DataFrame right, IEnumerable<string> usingColumns, string joinType = "inner") =>
        With(Joining.Using(Plan, right.Plan, [.. usingColumns], Joining.KindOf(joinType)));

    /// <summary>Joins by a condition. Where both sides come from one DataFrame, give them aliases.</summary>
    /// <param name="right">The other side.</param>
    /// <param name="joinExpr">A boolean over both sides.</param>
    /// <param name="joinType">As in <see cref="Join(DataFrame, IEnumerable{string}, string)"/>.</param>
    /// <returns>The joined rows.</returns>
    /// <exception cref="AnalysisException">A name is unknown or ambiguous, or the join type is unknown.</exception>
    public DataFrame Join(DataFrame right, Column joinExpr, string joinType = "inner") =>
        With(Joining.On(Plan, right.Plan, joinExpr.Expression, Joining.KindOf(joinType)));

    /// <summary>Every pair of rows.</summary>
    /// <param name="right">The other side.</param>
    /// <returns>The pairs.</returns>
    public DataFrame CrossJoin(DataFrame right) => With(Joining.On(Plan, right.Plan, null, JoinKind.Cross));
}
