using SparkAnalytics.Sql.Analysis;
using SparkAnalytics.Sql.Plans;

namespace SparkAnalytics.Sql;

/// <content>Unions, intersections, differences and samples.</content>
public sealed partial class DataFrame
{
    /// <summary>The rows of both, columns matched by position, duplicates kept.</summary>
    /// <param name="other">The other rows.</param>
    /// <returns>All rows, under this one's names.</returns>
    /// <exception cref="AnalysisException">The columns do not fit in number or type.</exception>
    public DataFrame Union(DataFrame other) => With(SetOperations.ByPosition(SetOperationKind.Union, Plan, other.Plan, true));

    /// <summary>The rows of both, columns matched by name, duplicates kept.</summary>
    /// <param name="other">The other rows.</param>
    /// <returns>All rows.</returns>
    /// <exception cref="AnalysisException">A side lacks a column, or types do not fit.</exception>
    public DataFrame UnionByName(DataFrame other) => UnionByName(other, false);

    /// <summary>The rows of both, columns matched by name, duplicates kept.</summary>
    /// <param name="other">The other rows.</param>
    /// <param name="allowMissingColumns">Fills columns that one side lacks with NULL.</param>
    /// <returns>All rows.</returns>
    /// <exception cref="AnalysisException">A side lacks a column, or types do not fit.</exception>
    public DataFrame UnionByName(DataFrame other, bool allowMissingColumns) => With(SetOperations.UnionByName(Plan, other.Plan, allowMissingColumns));

    /// <summary>Rows that both have, each once.</summary>
    /// <param name="other">The other rows.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">The columns do not fit in number or type.</exception>
    public DataFrame Intersect(DataFrame other) => With(SetOperations.ByPosition(SetOperationKind.Intersect, Plan, other.Plan, false));

    /// <summary>Rows that both have, as often as the one that has them less often.</summary>
    /// <param name="other">The other rows.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">The columns do not fit in number or type.</exception>
    public DataFrame IntersectAll(DataFrame other) => With(SetOperations.ByPosition(SetOperationKind.Intersect, Plan, other.Plan, true));

    /// <summary>Rows that the other does not have, each once.</summary>
    /// <param name="other">The other rows.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">The columns do not fit in number or type.</exception>
    public DataFrame Except(DataFrame other) => With(SetOperations.ByPosition(SetOperationKind.Except, Plan, other.Plan, false));

    /// <summary>Rows as often as they are more often here than in the other.</summary>
    /// <param name="other">The other rows.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">The columns do not fit in number or type.</exception>
    public DataFrame ExceptAll(DataFrame other) => With(SetOperations.ByPosition(SetOperationKind.Except, Plan, other.Plan, true));

    /// <summary>A random part of the rows.</summary>
    /// <param name="fraction">The share, 0 to 1.</param>
    /// <param name="withReplacement">Whether a row may come twice.</param>
    /// <param name="seed">The seed; a random one where it is left out.</param>
    /// <returns>The rows.</returns>
    /// <exception cref="AnalysisException">The share is out of range.</exception>
    public DataFrame Sample(double fraction, bool withReplacement = false, long? seed = null) => fraction >= 0 && (withReplacement || fraction <= 1)
        ? With(new Sample(Plan, fraction, withReplacement, seed ?? Random.Shared.NextInt64()))
        : throw new AnalysisException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Sample wants a share of 0 to 1, not {fraction}."));
}
