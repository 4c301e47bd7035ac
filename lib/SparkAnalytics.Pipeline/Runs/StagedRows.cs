using SparkAnalytics.Sql;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Runs;

/// <summary>A load that stages nothing is no load: it must not empty a lakehouse.</summary>
public static class StagedRows
{
    /// <summary>Makes sure that at least one row can be staged, mostly by a look at the first.</summary>
    /// <param name="checkedEvents">The checked raw rows.</param>
    /// <exception cref="PipelineException">There is no row, or all are to be set aside.</exception>
    internal static void Require(DataFrame checkedEvents)
    {
        if (checkedEvents.Filter(Col("reason").IsNull()).Limit(1).Count() == 0)
        {
            throw None([.. checkedEvents.GroupBy("reason").Agg(CountDistinct("event_id")).Collect().Select(row => (row.GetAs<string>(0), row.GetAs<long>(1)))]);
        }
    }

    /// <summary>The error of a load that stages nothing.</summary>
    /// <param name="byReason">How many rows are to be set aside, by reason; exact duplicates once.</param>
    /// <returns>It, with the exit code of input without rows or of rows that all are set aside.</returns>
    public static PipelineException None(IReadOnlyCollection<(string Reason, long Rows)> byReason)
    {
        var reasons = byReason.OrderByDescending(reason => reason.Rows).ThenBy(reason => reason.Reason, StringComparer.Ordinal).ToList();
        return reasons.Sum(reason => reason.Rows) switch
        {
            0 => new PipelineException(ExitCode.BadInput, "The input has no rows, so nothing was changed."),
            1 => new PipelineException(ExitCode.GateFailed, $"The only row of the input would be set aside ({reasons[0].Reason}), so nothing was changed. The command check-input shows it."),
            var rows => new PipelineException(
                ExitCode.GateFailed,
                FormattableString.Invariant($"All {rows} rows of the input would be set aside ({string.Join(", ", reasons.Select(reason => FormattableString.Invariant($"{reason.Reason} {reason.Rows}")))}), so nothing was changed. The command check-input shows an example of each.")),
        };
    }
}
