using System.Globalization;
using SparkAnalytics.Delta;
using SparkAnalytics.Sql.Embedded.Compiler;
using SparkAnalytics.Sql.Embedded.Statements;
using SparkAnalytics.Sql.Plans;
using SparkAnalytics.Sql.Trees;

namespace SparkAnalytics.Sql.Embedded.Writing;

/// <summary>
/// MERGE in three steps: the rows of the source that can match are kept in a table; each pair of rows that match is noted by file, place, source row and clause; then the files with rows that
/// change are written anew, with the new rows behind them, or only those rows where the table has deletion vectors.
/// </summary>
internal sealed class Merger(Statement statement)
{
    private readonly PlanCompiler _compiler = statement.NewCompiler();

    public CommandResult Merge(MergeCommand merge)
    {
        var changesUnmatched = merge.Clauses.Any(clause => clause.When == MergeWhen.NotMatchedBySource);
        var target = new TargetRows(merge.Path, merge.Target, _compiler.Names, changesUnmatched ? [] : [.. merge.Condition.Conjuncts()], statement);
        var options = CommitOptions.OfTable(merge.Options);
        if (options.IsIn(target.Snapshot))
        {
            return CommandResult.None;
        }

        var (source, columns) = (new MergeSource(merge, _compiler, statement), new MergeColumns(merge, target, _compiler));
        var matches = Matches(merge, target, source, columns);
        var inserts = merge.Clauses.Any(clause => clause.When == MergeWhen.NotMatched)
            ? source.Unmatched(matches, $"{columns.Clause(MergeWhen.NotMatched)} AS clause").Select(select => $"FROM (\n{select}\n) WHERE clause > 0").ToList()
            : [];
        var counts = Counts(merge, matches, inserts);
        if (counts.All(count => count.Count == 0))
        {
            return new CommandResult(null, Metrics.Of(counts), []);
        }

        var touched = target.FilesOf($"SELECT DISTINCT file FROM {matches} WHERE clause > 0");
        var rows = new ChangedRows(
            touched,
            $"SELECT file, row FROM {matches} WHERE clause > 0",
            onlyChanged => [.. Rows(target, touched, source, columns, matches, onlyChanged), .. inserts.Select(part => $"SELECT {columns.Inserted}\n{part}")]);
        return new FileReplacement(target, statement).Commit(new RowChange("MERGE", options, counts), rows);
    }

    /// <summary>The table of matches: <c>file</c>, <c>row</c>, <c>source</c> (NULL where a row matches none) and <c>clause</c> from 1 (0 where none applies).</summary>
    private string Matches(MergeCommand merge, TargetRows target, MergeSource source, MergeColumns columns)
    {
        var unmatched = columns.Clause(MergeWhen.NotMatchedBySource);
        var join = unmatched == MergeColumns.NoClause ? "JOIN" : "LEFT JOIN";
        var matches = statement.Table("merge_matches");
        statement.Session.Execute($"""
            CREATE TABLE {matches} AS
            SELECT * FROM (
              SELECT {target.File} AS file, {target.RowNumber} AS row, {source.Id} AS source,
                CASE WHEN {source.Id} IS NOT NULL THEN {columns.Clause(MergeWhen.Matched)} ELSE {unmatched} END AS clause
              FROM (
            {target.Candidates()}
              ) {join} {source.Table} ON {_compiler.Expressions.Compile(merge.Condition)}
            ) WHERE clause > 0 OR source IS NOT NULL
            """);
        if (statement.Session.Scalar($"SELECT 1 FROM {matches} WHERE clause > 0 GROUP BY file, row HAVING count(*) > 1 LIMIT 1") is not null)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"The merge into '{merge.Path}' has a row of the table that more than one row of the source matches; make the source unique by the condition's columns.");
        }

        return matches;
    }

    private IReadOnlyList<(string Name, long Count)> Counts(MergeCommand merge, string matches, IReadOnlyList<string> inserts)
    {
        var byClause = statement.Session.Query($"SELECT clause, count(*) FROM {matches} WHERE clause > 0 GROUP BY clause", reader => (Clause: reader.GetInt32(0), Rows: reader.GetInt64(1))).ToList();
        long Sum(MergeAction action) => byClause.Where(count => merge.Clauses[count.Clause - 1].Action == action).Sum(count => count.Rows);
        return
        [
            ("numTargetRowsInserted", inserts.Sum(part => Convert.ToInt64(statement.Session.Scalar($"SELECT count(*) {part}"), CultureInfo.InvariantCulture))),
            ("numTargetRowsUpdated", Sum(MergeAction.Update)),
            ("numTargetRowsDeleted", Sum(MergeAction.Delete)),
        ];
    }

    /// <summary>
    /// The rows of files, but deleted ones, with the changed values, or of them only those that change: in their places, or where the source alone says the values, behind the others, among new
    /// rows, which are more like them now. The few that change are the small side of the joins.
    /// </summary>
    private static IEnumerable<string> Rows(TargetRows target, IReadOnlyList<AddFile> touched, MergeSource source, MergeColumns columns, string matches, bool onlyChanged)
    {
        var changes = $"SELECT * FROM {matches} LEFT JOIN {source.Table} ON source = {source.Id} WHERE clause > 0";
        if (!columns.AreOfSourceAlone)
        {
            yield return $"""
                SELECT {columns.Updated}
                FROM (
                {target.Select(touched)}
                )
                {(onlyChanged ? "JOIN" : "LEFT JOIN")} (
                {changes}
                ) ON file = {target.File} AND row = {target.RowNumber}
                WHERE coalesce(NOT {columns.IsDeleted}, TRUE)
                """;
            yield break;
        }

        if (!onlyChanged)
        {
            yield return $"""
                SELECT {columns.Kept}
                FROM (
                {target.Select(touched)}
                )
                ANTI JOIN (SELECT file, row FROM {matches} WHERE clause > 0) ON file = {target.File} AND row = {target.RowNumber}
                """;
        }

        yield return $"SELECT {columns.OfSource}\nFROM (\n{changes}\n) WHERE NOT {columns.IsDeleted}";
    }
}
