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
internal sealed class Merger
{
    private readonly Statement _statement;
    private readonly PlanCompiler _compiler;
    private readonly MergeNames _names;

    /// <param name="statement">The statement.</param>
    public Merger(Statement statement)
    {
        (_statement, _compiler) = (statement, statement.NewCompiler());
        _names = new MergeNames(_compiler.Names);
    }

    public CommandResult Merge(MergeCommand merge)
    {
        var changesUnmatched = merge.Clauses.Any(clause => clause.When == MergeWhen.NotMatchedBySource);
        var target = new TargetRows(merge.Path, merge.Target, _compiler.Names, changesUnmatched ? [] : [.. merge.Condition.Conjuncts()], _statement);
        var options = CommitOptions.OfTable(merge.Options);
        if (options.IsIn(target.Snapshot))
        {
            return CommandResult.None;
        }

        var (source, columns) = (new MergeSource(merge, _compiler, _names, _statement), new MergeColumns(merge, target, _compiler, _names));
        var matches = Matches(merge, target, source, columns);
        var inserts = merge.Clauses.Any(clause => clause.When == MergeWhen.NotMatched)
            ? source.Unmatched(matches, $"{columns.Clause(MergeWhen.NotMatched)} AS {_names.Clause}").Select(select => $"FROM (\n{select}\n) WHERE {_names.Clause} > 0").ToList()
            : [];
        var counts = Counts(merge, matches, inserts);
        if (counts.All(count => count.Count == 0))
        {
            return new CommandResult(null, Metrics.Of(counts), []);
        }

        var touched = target.FilesOf($"SELECT DISTINCT {_names.File} FROM {matches} WHERE {_names.Clause} > 0");
        var rows = new ChangedRows(
            touched,
            $"SELECT {_names.File}, {_names.Row} FROM {matches} WHERE {_names.Clause} > 0",
            onlyChanged => [.. Rows(target, touched, source, columns, matches, onlyChanged), .. inserts.Select(part => $"SELECT {columns.Inserted}\n{part}")]);
        return new FileReplacement(target, _statement).Commit(new RowChange("MERGE", options, counts), rows);
    }

    /// <summary>The table of matches: file and place of a row, the row of the source (NULL where it matches none), and the clause.</summary>
    private string Matches(MergeCommand merge, TargetRows target, MergeSource source, MergeColumns columns)
    {
        var unmatched = columns.Clause(MergeWhen.NotMatchedBySource);
        var join = unmatched == MergeColumns.NoClause ? "JOIN" : "LEFT JOIN";
        var matches = _statement.Table("merge_matches");
        _statement.Session.Execute($"""
            CREATE TABLE {matches} AS
            SELECT * FROM (
              SELECT {target.File} AS {_names.File}, {target.RowNumber} AS {_names.Row}, {_names.SourceRow} AS {_names.Source},
                CASE WHEN {_names.SourceRow} IS NOT NULL THEN {columns.Clause(MergeWhen.Matched)} ELSE {unmatched} END AS {_names.Clause}
              FROM (
            {target.Candidates()}
              ) {join} {source.Table} ON {_compiler.Expressions.Compile(merge.Condition)}
            ) WHERE {_names.Clause} > 0 OR {_names.Source} IS NOT NULL
            """);
        if (_statement.Session.Scalar($"SELECT 1 FROM {matches} WHERE {_names.Clause} > 0 GROUP BY {_names.File}, {_names.Row} HAVING count(*) > 1 LIMIT 1") is not null)
        {
            throw new QueryExecutionException(QueryErrorKind.BadInput, $"The merge into '{merge.Path}' has a row of the table that more than one row of the source matches; make the source unique by the condition's columns.");
        }

        return matches;
    }

    private IReadOnlyList<(string Name, long Count)> Counts(MergeCommand merge, string matches, IReadOnlyList<string> inserts)
    {
        var byClause = _statement.Session.Query($"SELECT {_names.Clause}, count(*) FROM {matches} WHERE {_names.Clause} > 0 GROUP BY ALL", reader => (Clause: reader.GetInt32(0), Rows: reader.GetInt64(1))).ToList();
        long Sum(MergeAction action) => byClause.Where(count => merge.Clauses[count.Clause - 1].Action == action).Sum(count => count.Rows);
        return
        [
            ("numTargetRowsInserted", inserts.Sum(part => Convert.ToInt64(_statement.Session.Scalar($"SELECT count(*) {part}"), CultureInfo.InvariantCulture))),
            ("numTargetRowsUpdated", Sum(MergeAction.Update)),
            ("numTargetRowsDeleted", Sum(MergeAction.Delete)),
        ];
    }

    /// <summary>
    /// The rows of files, but deleted ones, with the changed values, or of them only those that change: in their places, or where the source alone says the values, behind the others, among new
    /// rows, which are more like them now. The few that change are the small side of the joins.
    /// </summary>
    private IEnumerable<string> Rows(TargetRows target, IReadOnlyList<AddFile> touched, MergeSource source, MergeColumns columns, string matches, bool onlyChanged)
    {
        var changes = $"SELECT * FROM {matches} LEFT JOIN {source.Table} ON {_names.Source} = {_names.SourceRow} WHERE {_names.Clause} > 0";
        if (!columns.AreOfSourceAlone)
        {
            yield return $"""
                SELECT {columns.Updated}
                FROM (
                {target.Select(touched)}
                )
                {(onlyChanged ? "JOIN" : "LEFT JOIN")} (
                {changes}
                ) ON {_names.File} = {target.File} AND {_names.Row} = {target.RowNumber}
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
                ANTI JOIN (SELECT {_names.File}, {_names.Row} FROM {matches} WHERE {_names.Clause} > 0) ON {_names.File} = {target.File} AND {_names.Row} = {target.RowNumber}
                """;
        }

        yield return $"SELECT {columns.OfSource}\nFROM (\n{changes}\n) WHERE NOT {columns.IsDeleted}";
    }
}
