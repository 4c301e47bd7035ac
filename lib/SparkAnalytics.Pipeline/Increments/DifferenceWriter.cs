using System.Globalization;
using SparkAnalytics.Models.Tables;
using SparkAnalytics.Pipeline.Runs;
using SparkAnalytics.Sql;
using SparkAnalytics.Sql.Delta;
using SparkAnalytics.Sql.Plans;
using static SparkAnalytics.Sql.Functions;

namespace SparkAnalytics.Pipeline.Increments;

/// <summary>Writes the differences of one run, at most one Delta commit a table: none where nothing differs, an append where rows only came.</summary>
internal sealed class DifferenceWriter(ActiveRun run, StoredTables stored)
{
    private readonly RunEnvironment _environment = run.Environment;

    /// <summary>Writes a difference.</summary>
    /// <param name="table">The table.</param>
    /// <param name="difference">The rows by which it differs.</param>
    /// <param name="updated">The columns that updates set; null for all.</param>
    /// <returns>The version that the table then has.</returns>
    /// <exception cref="PipelineException">The lock is lost, or the commit did not happen.</exception>
    public long Write(TableDefinition table, Difference difference, IReadOnlyList<string>? updated = null)
    {
        if (difference.IsEmpty)
        {
            return stored.Version(table);
        }

        run.BeforeCommit();
        var path = _environment.Paths.Of(table.Name);
        var result = TableWriter.Named(table.Name, () => difference.CountOf(Difference.Inserted) == difference.Counts.Values.Sum()
            ? Append(table, difference, path)
            : Merge(table, difference, path, updated));
        return TableWriter.VersionOf(run, path, result);
    }

    private CommandResult Append(TableDefinition table, Difference difference, string path)
    {
        var rows = difference.NewRows([.. table.Columns.Select(column => column.Name)]);
        var ordered = table.FileOrder.Count > 0 ? rows.OrderBy([.. table.FileOrder.Select(Col)]) : rows;
        return TableWriter.Marked(run, ordered.Write().Format("delta").Mode(SaveMode.Append)).Save(path);
    }

    private CommandResult Merge(TableDefinition table, Difference difference, string path, IReadOnlyList<string>? updated)
    {
        var isSame = table.Key.Select(name => Col($"stored.{name}") == Col($"new.{name}")).Aggregate(Col("new.change") != Difference.Inserted, (left, right) => left & right);
        if (difference.Bounds is var (low, high))
        {
            isSame &= (Col($"stored.{table.TimeColumn}") >= Lit(low)) & (Col($"stored.{table.TimeColumn}") <= Lit(high));
        }

        var source = difference.Rows.Select("change", [.. table.Columns.Select(column => column.Name)]).As("new");
        var change = Col("new.change");
        var merge = DeltaTable.ForPath(_environment.Spark, path)
            .Option("targetFileSize", _environment.Settings.Analytics.Files.TargetFileSize.ToString(CultureInfo.InvariantCulture))
            .Option("deletionVectors", _environment.Settings.Analytics.Files.DeletionVectors ? "true" : "false")
            .Option("txnAppId", TableWriter.ApplicationId)
            .Option("txnVersion", run.Started.RunId.ToString(CultureInfo.InvariantCulture))
            .Option("userMetadata", run.Mark)
            .As("stored")
            .Merge(source, isSame)
            .WhenMatched(change == Difference.Deleted).Delete();
        merge = updated is null
            ? merge.WhenMatched(change == Difference.Updated).UpdateAll()
            : merge.WhenMatched(change == Difference.Updated).Update(updated.ToDictionary(name => name, name => Col($"new.{name}")));
        return merge.WhenNotMatched(change == Difference.Inserted).InsertAll().Execute();
    }
}
